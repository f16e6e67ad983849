// The weeks that something may be due in, from today on: of the days that the calendar looks ahead.
import { spanOf } from '#app/calendar/span-of.ts'
import { addDays, isoDate } from '#lib/format/date.ts'
import type { EventDay } from '#lib/queries/calendar/count-events-by-day.ts'
import { dayOf } from './windows.ts'

/** The days `[from, to)`, UTC midnights. */
export type DueWeek = { from: Date; to: Date }

/** What the calendar calls ahead: what is not due yet. */
export function aheadOf(at: Date): DueWeek {
  const { from, to } = spanOf({ kind: 'ahead' }, at)
  return { from: from ?? at, to: to ?? at }
}

/** Weeks of seven days, the first from the day of `at` on; the last is as short as the days that are left of all. */
export function dueWeeks(at: Date): DueWeek[] {
  const [first, { to }] = [dayOf(at), aheadOf(at)]
  const weeks: DueWeek[] = []
  for (let from = first; from < to; from = addDays(from, 7)) {
    const end = addDays(from, 7)
    weeks.push({ from, to: end < to ? end : to })
  }
  return weeks
}

/** The week of them that begins on a day; null where none does, as in a link of yesterday. */
export const weekFrom = (weeks: readonly DueWeek[], day: Date | null): DueWeek | null =>
  weeks.find(({ from }) => from.getTime() === day?.getTime()) ?? null

/** How much is due in one week of what is due day by day. */
export function dueIn({ from, to }: DueWeek, days: readonly EventDay[]): { expiry: number; rotation: number } {
  const within = days.filter(({ day }) => day >= isoDate(from) && day < isoDate(to))
  return {
    expiry: within.reduce((sum, { expiry }) => sum + expiry, 0),
    rotation: within.reduce((sum, { rotation }) => sum + rotation, 0),
  }
}
