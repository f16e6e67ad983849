import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type FindingOrder, findingOrder } from './finding-order.ts'
import { type FindingQuestion, findingSubjects } from './finding-subjects.ts'

/** `place` starts at 1. */
export type FindingNeighbours = { previous: string | null; next: string | null; place: number; total: number }

/** Which rows stand before and after this one in the whole list, whatever the page? Null when it is not in the list. */
export async function getFindingNeighbours(
  db: Database,
  scope: Scope,
  { key, order, ...question }: FindingQuestion & { key: string; order: FindingOrder },
): Promise<FindingNeighbours | null> {
  const [row] = await db.$queryRaw<FindingNeighbours[]>(sql`
    select previous, next, place, total
    from (
      select key, lag(key) over line as previous, lead(key) over line as next, (row_number() over line)::int as place,
        (count(*) over ())::int as total
      from (${findingSubjects(scope, question)}) s
      window line as (order by ${findingOrder(order)})) placed
    where key = ${key}`)
  return row ?? null
}
