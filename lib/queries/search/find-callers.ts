import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { CallerKind } from '../callers/caller-filter.ts'
import { callsWithinScope } from '../callers/calls-within-scope.ts'
import { type NameQuestion, nameRank } from './name-rank.ts'

export type FoundCaller = { identity: string; name: string; kind: CallerKind }

/**
 * Which callers, of whom a call that the scope may see is remembered by an instant, have a text in their name, their identity
 * or their application id? The closest first.
 */
export async function findCallers(
  db: Database,
  scope: Scope,
  { at, text, most }: NameQuestion,
): Promise<{ rows: FoundCaller[]; total: number }> {
  const ranks = [sql`name`, sql`identity`, sql`application_id`].map((column) => nameRank(column, text))
  const rows = await db.$queryRaw<(FoundCaller & { total: number })[]>(sql`
    select c.identity, c.name, c.kind, (count(*) over ())::int as total
    from (select *, least(${ranks[0]}, ${ranks[1]}, ${ranks[2]}) as rank from caller) c
    where c.rank is not null
      and exists (select from every_access_day a where a.caller_id = c.id and ${callsWithinScope(scope, { at })})
    order by c.rank, lower(c.name) collate "C", c.identity collate "C"
    limit ${most}`)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
