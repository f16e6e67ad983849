import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { withinScope } from '#lib/queries/within-scope.ts'
import type { VaultName } from './recall-histories.ts'

/** Which vaults were remembered at some time of this span, and hold something that the scope may see? By name. */
export function listRememberedVaults(
  db: Database,
  scope: Scope,
  { from, until }: { from: Date; until: Date },
): Promise<VaultName[]> {
  const during = sql`s.valid_from <= ${until} and (s.valid_to is null or s.valid_to > ${from})`
  return db.$queryRaw<VaultName[]>(sql`
    select v.id as "vaultId", v.name, v.resource_id as "resourceId"
    from vault v
    where exists (select from vault_state s where s.vault_id = v.id and ${during} and ${withinScope(scope, sql`s.owner`)})
      or exists (select from object_state s where s.vault_id = v.id and ${during} and ${withinScope(scope, sql`s.owner`)})
    order by v.name, v.id`)
}
