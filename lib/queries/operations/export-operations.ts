// All lines of a question for a file, a batch at a time, from one cursor: what is written meanwhile changes nothing in it.
import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { OperationQuestion } from './operation-filter.ts'
import { type OperationRow, operationRows, toOperationRow } from './operation-row.ts'

const batchRows = 1000

/** An open cursor holds back the database's housekeeping: whoever takes longer than this to take a file in loses it. */
const longestMs = 10 * 60_000

/** Hands every line of a question to `take`, newest first, and waits for it between batches. Returns how many there were. */
export async function exportOperations(
  db: Database,
  scope: Scope,
  question: OperationQuestion,
  take: (rows: OperationRow[]) => Promise<void>,
): Promise<number> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw(sql`declare operation_export no scroll cursor for ${operationRows(scope, question)}`)
      let total = 0
      for (;;) {
        const rows = await tx.$queryRaw<unknown[]>(sql`fetch forward 1000 from operation_export`)
        if (rows.length > 0) await take(rows.map(toOperationRow))
        total += rows.length
        if (rows.length < batchRows) return total
      }
    },
    { maxWait: 30_000, timeout: longestMs },
  )
}
