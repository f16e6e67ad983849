// All rows of a filter for a file, a batch at a time. One cursor reads them all: a snapshot that ends meanwhile can neither
// drop a row nor give one twice.
import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { FindingOrder } from './finding-order.ts'
import { type FindingRow, findingRows, toFindingRow } from './finding-rows.ts'
import type { FindingQuestion } from './finding-subjects.ts'

const batchRows = 1000

/** Whoever takes longer than this to take a file in loses it: an open cursor holds back the database's housekeeping. */
const longestMs = 10 * 60_000

/** Hands every row of a question to `take`, in order, and waits for it between batches. Returns how many there were. */
export async function exportFindings(
  db: Database,
  scope: Scope,
  { order, ...question }: FindingQuestion & { order: FindingOrder },
  take: (rows: FindingRow[]) => Promise<void>,
): Promise<number> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw(sql`declare finding_export no scroll cursor for ${findingRows(scope, question, order)}`)
      let total = 0
      for (;;) {
        const rows = await tx.$queryRaw<Parameters<typeof toFindingRow>[0][]>(
          sql`fetch forward 1000 from finding_export`,
        )
        if (rows.length > 0) await take(rows.map(toFindingRow))
        total += rows.length
        if (rows.length < batchRows) return total
      }
    },
    { maxWait: 30_000, timeout: longestMs },
  )
}
