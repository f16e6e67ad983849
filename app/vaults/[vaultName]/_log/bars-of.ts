import { addDays, isoDate } from '#lib/format/date.ts'
import { type HeardLog, isHeardOn } from '#lib/queries/log/is-heard-on.ts'

/**
 * One value for each of the last `days` (UTC, the day of `at` included), oldest first. A day without a call is nought only
 * where the log is known to cover it, else null.
 */
export function barsOf(
  calls: readonly { on: string; calls: number }[],
  { log, at, days }: { log: HeardLog | null; at: Date; days: number },
): { on: string; value: number | null }[] {
  const byDay = new Map(calls.map((day) => [day.on, day.calls]))
  return Array.from({ length: days }, (_, index) => {
    const on = isoDate(addDays(at, index + 1 - days))
    return { on, value: byDay.get(on) ?? (log && isHeardOn(log, on) ? 0 : null) }
  })
}
