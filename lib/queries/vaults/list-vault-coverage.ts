import { type Database, sql } from '#lib/db/open-database.ts'
import { type Part, parts, type UnreadCode } from '#lib/domain/observed.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from '../held-at.ts'
import { vaultWithinScope } from './vault-within-scope.ts'

/** One part of a vault: read or not, why, and since when it is so. */
export type PartCoverage = {
  part: Part
  status: 'read' | 'partly' | 'not'
  missing: 'items' | 'fields' | null
  code: UnreadCode | null
  detail: string | null
  sinceAt: Date
}

/** How far was each part of this vault read? Parts nothing is known of are left out. */
export function listVaultCoverage(
  db: Database,
  scope: Scope,
  { at, vaultId }: { at: Date; vaultId: number },
): Promise<PartCoverage[]> {
  return db.$queryRaw<PartCoverage[]>(sql`
    select o.part, o.status::text as status, o.missing, o.reason_code as code, o.detail, o.valid_from as "sinceAt"
    from observation o
    left join vault_state vs on vs.vault_id = o.vault_id and ${heldAt(at, sql`vs.valid_from`, sql`vs.valid_to`)}
    where o.vault_id = ${vaultId} and ${heldAt(at, sql`o.valid_from`, sql`o.valid_to`)}
      and ${vaultWithinScope(scope, { vaultId: sql`o.vault_id`, owner: sql`vs.owner`, at })}
    order by array_position(${[...parts]}::text[], o.part)`)
}
