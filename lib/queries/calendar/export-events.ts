// All events of a span for a file, a batch at a time. One cursor reads them all: a snapshot that ends meanwhile can neither
// drop a row nor give one twice.
import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { getPolicy } from '../get-policy.ts'
import type { CalendarQuestion } from './calendar-filter.ts'
import { type CalendarEvent, eventRows } from './event-rows.ts'

const batchRows = 1000

/** Whoever takes longer than this to take a file in loses it: an open cursor holds back the database's housekeeping. */
const longestMs = 10 * 60_000

/** Hands every event of a question to `take`, in order, and waits for it between batches. Returns how many there were. */
export async function exportEvents(
  db: Database,
  scope: Scope,
  question: CalendarQuestion,
  take: (rows: CalendarEvent[]) => Promise<void>,
): Promise<number> {
  const policy = await getPolicy(db, question)
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw(
        sql`declare calendar_export no scroll cursor for ${eventRows(scope, { ...question, policy })}`,
      )
      let total = 0
      for (;;) {
        const rows = await tx.$queryRaw<CalendarEvent[]>(sql`fetch forward 1000 from calendar_export`)
        if (rows.length > 0) await take(rows)
        total += rows.length
        if (rows.length < batchRows) return total
      }
    },
    { maxWait: 30_000, timeout: longestMs },
  )
}
