// All changes of a question for a file, a batch at a time, from one cursor: what is written meanwhile changes nothing in it.
import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { ChangeOrder, ChangeQuestion } from './change-filter.ts'
import { type ChangeRow, changeRows, type SelectedChange, toChangeRow } from './change-row.ts'

const batchRows = 1000

/** An open cursor holds back the database's housekeeping: whoever takes longer than this to take a file in loses it. */
const longestMs = 10 * 60_000

/** Hands every row of a question to `take`, in order, and waits for it between batches. Returns how many there were. */
export async function exportChanges(
  db: Database,
  scope: Scope,
  { order, ...question }: ChangeQuestion & { order: ChangeOrder },
  take: (rows: ChangeRow[]) => Promise<void>,
): Promise<number> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw(sql`declare change_export no scroll cursor for ${changeRows(scope, question, order)}`)
      let total = 0
      for (;;) {
        const rows = await tx.$queryRaw<SelectedChange[]>(sql`fetch forward 1000 from change_export`)
        if (rows.length > 0) await take(rows.map(toChangeRow))
        total += rows.length
        if (rows.length < batchRows) return total
      }
    },
    { maxWait: 30_000, timeout: longestMs },
  )
}
