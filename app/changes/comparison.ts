// Which two snapshots are compared? What the address asks for, made into two instants of snapshots, the earlier one first.
import type { SearchParams } from '#app/_search/params.ts'
import { dateIn, textIn } from '#app/_search/params.ts'
import { addDays, isoDate } from '#lib/format/date.ts'

/** As asked for: the last instant that is meant, or null for the usual one. */
export type AskedComparison = { from: Date | null; to: Date | null }

export type Comparison = {
  from: Date
  to: Date
  /** Nothing later is known: what is there at `to` is there as of the view. */
  toIsLatest: boolean
}

const usualDays = 7

/** `from` and `to` as dates (the last snapshot of that day) or as instants of snapshots; nonsense is not there. */
export function askedIn(params: SearchParams): AskedComparison {
  const bound = (value: SearchParams[string]) => {
    const date = dateIn(value)
    return date ? new Date(addDays(date, 1).getTime() - 1) : instantIn(textIn(value) ?? '')
  }
  const [from, to] = [bound(params.from), bound(params.to)]
  return from && to && from > to ? { from: to, to: from } : { from, to }
}

/**
 * `instants` are those of all snapshots, the oldest first. Without `to` the latest, without `from` the last one that is
 * a week older; what is before history is its beginning. Null while there are not two to compare.
 */
export function compared(instants: readonly Date[], asked: AskedComparison): Comparison | null {
  const latest = instants.at(-1)
  if (!latest || instants.length < 2) return null
  const to = (asked.to && lastBy(instants, asked.to)) ?? latest
  const from = asked.from ? (lastBy(instants, asked.from) ?? instants[0]) : agesBefore(instants, to, usualDays)
  if (from && from < to) return { from, to, toIsLatest: to.getTime() === latest.getTime() }
  const usual = agesBefore(instants, to, usualDays)
  return usual && usual < to
    ? { from: usual, to, toIsLatest: to.getTime() === latest.getTime() }
    : compared(instants, { from: null, to: null })
}

/** The last snapshot at least so many days before an instant; the first of all where history is shorter. */
const agesBefore = (instants: readonly Date[], to: Date, days: number): Date | undefined =>
  lastBy(instants, addDays(to, -days)) ?? instants[0]

const lastBy = (instants: readonly Date[], bound: Date): Date | undefined =>
  instants.findLast((instant) => instant <= bound)

/** Ways to look back from `to`, those that history reaches, each with the instant it begins at. */
export function waysBack(instants: readonly Date[], to: Date): { word: string; from: Date }[] {
  const previous = instants.findLast((instant) => instant < to)
  const back = (days: number) => lastBy(instants, addDays(to, -days))
  const ways = [
    { word: 'Since the last snapshot', from: previous },
    { word: 'A week', from: back(7) },
    { word: '30 days', from: back(30) },
    { word: '90 days', from: back(90) },
  ]
  return ways.flatMap(({ word, from }) => (from ? [{ word, from }] : []))
}

/** As it stands in an address: the date of the last snapshot of a day, or else the instant. */
export function instantText(instants: readonly Date[], at: Date): string {
  const date = isoDate(at)
  const lastOfDay = instants.findLast((instant) => isoDate(instant) === date)
  return lastOfDay && lastOfDay.getTime() > at.getTime() ? at.toISOString() : date
}

function instantIn(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/.test(text)) return null
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at
}
