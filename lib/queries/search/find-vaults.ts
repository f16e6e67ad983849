import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from '../held-at.ts'
import { vaultWithinScope } from '../vaults/vault-within-scope.ts'
import { type NameQuestion, nameRank } from './name-rank.ts'

export type FoundVault = {
  name: string
  /** Null when the vault's own row in Resource Graph was never read. */
  place: { subscriptionName: string; resourceGroup: string } | null
}

/** Which vaults that stand at an instant have a text in their name? The closest names first. */
export async function findVaults(
  db: Database,
  scope: Scope,
  { at, text, most }: NameQuestion,
): Promise<{ rows: FoundVault[]; total: number }> {
  const rows = await db.$queryRaw<(FoundVault & { total: number })[]>(sql`
    select v.name, (count(*) over ())::int as total,
      case when vs.id is not null then jsonb_build_object(
        'subscriptionName', vs.subscription_name, 'resourceGroup', vs.resource_group) end as place
    from (select *, ${nameRank(sql`name`, text)} as rank from vault) v
    left join vault_state vs on vs.vault_id = v.id and ${heldAt(at, sql`vs.valid_from`, sql`vs.valid_to`)}
    where v.rank is not null and v.seen_first_at <= ${at} and (v.gone_at is null or v.gone_at > ${at})
      and ${vaultWithinScope(scope, { vaultId: sql`v.id`, owner: sql`vs.owner`, at })}
    order by v.rank, lower(v.name) collate "C", v.id
    limit ${most}`)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
