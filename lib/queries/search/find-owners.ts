import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from '../held-at.ts'
import { withinScope } from '../within-scope.ts'
import { type NameQuestion, nameRank } from './name-rank.ts'

/** `vaults` is how many name the owner; none where only objects do. */
export type FoundOwner = { owner: string; vaults: number }

/**
 * Which owners of anything at an instant have a text in their name? The closest names first. Whoever sees only what is theirs
 * finds only themselves, and groups of theirs: what stands in a vault of theirs can name somebody else.
 */
export async function findOwners(
  db: Database,
  scope: Scope,
  { at, text, most }: NameQuestion,
): Promise<{ rows: FoundOwner[]; total: number }> {
  const rows = await db.$queryRaw<(FoundOwner & { total: number })[]>(sql`
    with named as (
      select vs.owner, 1 as vaults from vault_state vs
      where ${heldAt(at, sql`vs.valid_from`, sql`vs.valid_to`)} and ${withinScope(scope, sql`vs.owner`)}
      union all
      select os.owner, 0 from object_state os
      where ${heldAt(at, sql`os.valid_from`, sql`os.valid_to`)} and ${withinScope(scope, sql`os.owner`)})
    select o.owner, o.vaults, (count(*) over ())::int as total
    from (
      select owner, sum(vaults)::int as vaults, ${nameRank(sql`owner`, text)} as rank
      from named where owner is not null group by owner) o
    where o.rank is not null
    order by o.rank, lower(o.owner) collate "C", o.owner
    limit ${most}`)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
