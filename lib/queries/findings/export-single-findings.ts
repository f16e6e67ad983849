// All findings of a filter for a file, one by one, a batch at a time, from one cursor: what is written meanwhile changes nothing
// in it.
import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { FindingQuestion } from './finding-subjects.ts'
import { type SingleFinding, singleFindingRows, toSingleFinding } from './list-single-findings.ts'

const batchRows = 1000

/** An open cursor holds back the database's housekeeping: whoever takes longer than this to take a file in loses it. */
const longestMs = 10 * 60_000

/** Hands every finding of a question to `take`, in order, and waits for it between batches. Returns how many there were. */
export async function exportSingleFindings(
  db: Database,
  scope: Scope,
  question: FindingQuestion,
  take: (rows: SingleFinding[]) => Promise<void>,
): Promise<number> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw(sql`declare single_export no scroll cursor for ${singleFindingRows(scope, question)}`)
      let total = 0
      for (;;) {
        const rows = await tx.$queryRaw<unknown[]>(sql`fetch forward 1000 from single_export`)
        if (rows.length > 0) await take(rows.map(toSingleFinding))
        total += rows.length
        if (rows.length < batchRows) return total
      }
    },
    { maxWait: 30_000, timeout: longestMs },
  )
}
