import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type ChangeKind, type ChangeQuestion, changeKinds } from './change-filter.ts'
import { changesBetween } from './changes-between.ts'

/** How many rows of each kind does a filter keep, whichever kinds it asks for? */
export async function countChanges(
  db: Database,
  scope: Scope,
  question: ChangeQuestion,
): Promise<Record<ChangeKind, number>> {
  const anyKind = { ...question, filter: { ...question.filter, changes: [] } }
  const rows = await db.$queryRaw<{ change: ChangeKind; rows: number }[]>(sql`
    select change, count(*)::int as rows from (${changesBetween(scope, anyKind)}) c group by change`)
  const counts = new Map(rows.map((row) => [row.change, row.rows]))
  return Object.fromEntries(changeKinds.map((change) => [change, counts.get(change) ?? 0])) as Record<
    ChangeKind,
    number
  >
}
