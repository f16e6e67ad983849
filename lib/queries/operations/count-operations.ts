import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type SensitiveKind, sensitiveKinds } from '#lib/domain/sensitive-operations.ts'
import type { OperationQuestion } from './operation-filter.ts'
import { operationLines } from './operation-lines.ts'

/** Lines of a kind, and how many of them deserve a look. */
export type OperationCount = { lines: number; looks: number }

/** How many lines of each kind does a filter keep, whichever kinds it asks for, and whether or not they deserve a look? */
export async function countOperations(
  db: Database,
  scope: Scope,
  question: OperationQuestion,
): Promise<Record<SensitiveKind, OperationCount>> {
  const ofAnyKind = { ...question, filter: { ...question.filter, kinds: [], look: false } }
  const rows = await db.$queryRaw<({ kind: SensitiveKind } & OperationCount)[]>(sql`
    select kind, count(*)::int as lines, (count(*) filter (where cardinality(reasons) > 0))::int as looks
    from (${operationLines(scope, ofAnyKind)}) timeline group by kind`)
  const counts = new Map(rows.map(({ kind, lines, looks }) => [kind, { lines, looks }]))
  return Object.fromEntries(sensitiveKinds.map((kind) => [kind, counts.get(kind) ?? { lines: 0, looks: 0 }])) as Record<
    SensitiveKind,
    OperationCount
  >
}
