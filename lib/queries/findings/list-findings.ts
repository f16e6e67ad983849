import type { Database } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { FindingOrder } from './finding-order.ts'
import { type FindingRow, findingRows, toFindingRow } from './finding-rows.ts'
import type { FindingQuestion } from './finding-subjects.ts'

/** Which objects and vaults are at risk, one page of them in order? `page` starts at 1. */
export async function listFindings(
  db: Database,
  scope: Scope,
  { order, page, pageSize, ...question }: FindingQuestion & { order: FindingOrder; page: number; pageSize: number },
): Promise<FindingRow[]> {
  const rows = await db.$queryRaw<Parameters<typeof toFindingRow>[0][]>(
    findingRows(scope, question, order, { limit: pageSize, offset: (page - 1) * pageSize }),
  )
  return rows.map(toFindingRow)
}
