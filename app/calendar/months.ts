// Months as a calendar lays them out: weeks from Monday to Sunday, days in UTC.
import { addDays, dayMs, isoDate } from '#lib/format/date.ts'

/** Midnight (UTC) of a date. */
export const midnight = (day: string): Date => new Date(`${day}T00:00:00.000Z`)

/** "2026-12" of "2026-12-14". */
export const monthOf = (day: string): string => day.slice(0, 7)

/** A month as it stands in a URL, or null. Of the years that are asked for with any sense. */
export function monthIn(value: string | string[] | undefined): string | null {
  const text = (Array.isArray(value) ? value[0] : value) ?? ''
  return /^2[01]\d\d-(0[1-9]|1[0-2])$/.test(text) ? text : null
}

const firstOf = (month: string) => midnight(`${month}-01`)

/** The month a number of months later, or earlier; null beyond the years that can be asked for. */
export function shiftMonth(month: string, by: number): string | null {
  const first = firstOf(month)
  return monthIn(isoDate(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + by, 1))).slice(0, 7))
}

/** The days of a month, as instants `[from, to)`. */
export function spanOfMonth(month: string): { from: Date; to: Date } {
  const from = firstOf(month)
  return { from, to: new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1)) }
}

const weekdayFromMonday = (date: Date) => (date.getUTCDay() + 6) % 7

/** The weeks that a month touches, each with its seven days from Monday on. */
export function weeksOf(month: string): string[][] {
  const { from, to } = spanOfMonth(month)
  const monday = addDays(from, -weekdayFromMonday(from))
  const weeks = Math.ceil((to.getTime() - monday.getTime()) / (7 * dayMs))
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => isoDate(addDays(monday, week * 7 + day))),
  )
}

const longMonth = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const longDay = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })
const monthOnly = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })

/** "December 2026". */
export const monthText = (month: string): string => longMonth.format(firstOf(month))

/** "Monday". */
export const weekdayText = (day: string): string => longDay.format(midnight(day))

/** "December". */
export const monthName = (day: string): string => monthOnly.format(midnight(day))

/** Whole days (UTC) from one date to another; negative when the other is earlier. */
export const daysFrom = (day: string, other: string): number =>
  Math.round((midnight(other).getTime() - midnight(day).getTime()) / dayMs)
