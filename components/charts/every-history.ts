// For tests of charts only: the histories that a chart must stand, from none to four hundred days with a hole.
import { addDays, isoDate } from '#lib/format/date.ts'

export type HistoryPoint = { at: Date; value: number | null }

const now = new Date('2026-11-23T07:00:00Z')

/** One point a day at its end, the last one now, as the queries answer. */
export const daily = (days: number, valueOn: (daysBefore: number) => number | null): HistoryPoint[] =>
  Array.from({ length: days }, (_, index) => {
    const daysBefore = days - 1 - index
    const lastOfDay = new Date(`${isoDate(addDays(now, -daysBefore))}T23:59:59.999Z`)
    return { at: daysBefore === 0 ? now : lastOfDay, value: valueOn(daysBefore) }
  })

/** Thirty days in the middle of the last ninety of which nothing is known. */
export const inHole = (daysBefore: number) => daysBefore >= 30 && daysBefore < 60

const wave = (daysBefore: number) => 40 + (daysBefore % 17)

const atHours = (hours: readonly number[]): HistoryPoint[] =>
  hours.map((hour, index) => ({ at: new Date(Date.UTC(2026, 10, 23, hour)), value: 40 + index }))

export const histories: Readonly<Record<string, readonly HistoryPoint[]>> = {
  'no history': [],
  'one snapshot': daily(1, wave),
  'one day with several snapshots': atHours([1, 3, 5, 7]),
  'two days': daily(2, wave),
  'three days': daily(3, wave),
  'ninety days of which only the last is known': daily(91, (daysBefore) => (daysBefore === 0 ? 40 : null)),
  'four hundred days': daily(400, wave),
  'four hundred days with a hole of thirty': daily(400, (daysBefore) => (inHole(daysBefore) ? null : wave(daysBefore))),
  'every second day': daily(400, (daysBefore) => (daysBefore % 2 === 0 ? wave(daysBefore) : null)),
  'a year ago and nothing since': daily(400, (daysBefore) => (daysBefore > 365 ? 40 : null)),
  'all unknown': daily(91, () => null),
  'zero everywhere': daily(91, () => 0),
  'one huge value': daily(91, (daysBefore) => (daysBefore === 45 ? 12_345_678 : 1)),
}

export const historyNames = Object.keys(histories)
