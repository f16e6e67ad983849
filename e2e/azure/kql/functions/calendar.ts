// Steps of the calendar in UTC: where one starts, how many lie between two instants. Weeks begin on Sunday.
import { dayMs } from '../values.ts'

export const calendarParts = [
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
  'millisecond',
] as const

export type CalendarPart = (typeof calendarParts)[number]

const lengths: Readonly<Partial<Record<CalendarPart, number>>> = {
  day: dayMs,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
}

export function startOf(instant: number, part: CalendarPart): number {
  const length = lengths[part]
  if (length) return Math.floor(instant / length) * length
  const date = new Date(instant)
  switch (part) {
    case 'week':
      return startOf(instant, 'day') - date.getUTCDay() * dayMs
    case 'quarter':
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - (date.getUTCMonth() % 3), 1)
    case 'month':
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
    default:
      return Date.UTC(date.getUTCFullYear(), 0, 1)
  }
}

/** The instant so many steps later; the 31st becomes the last day of a shorter month. */
export function plus(instant: number, steps: number, part: CalendarPart): number {
  const length = part === 'week' ? 7 * dayMs : lengths[part]
  if (length) return instant + steps * length
  const months = steps * (part === 'year' ? 12 : part === 'quarter' ? 3 : 1)
  const date = new Date(instant)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, lastDay))
  return date.getTime()
}

/** Boundaries crossed from the earlier instant to the later one, which is what datetime_diff counts. */
export function differenceIn(part: Exclude<CalendarPart, 'week'>, later: number, earlier: number): number {
  const length = lengths[part]
  if (length) return Math.round((startOf(later, part) - startOf(earlier, part)) / length)
  const size = part === 'year' ? 12 : part === 'quarter' ? 3 : 1
  return Math.floor(monthNumber(later) / size) - Math.floor(monthNumber(earlier) / size)
}

function monthNumber(instant: number): number {
  const date = new Date(instant)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}
