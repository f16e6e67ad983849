// The timespan of a query request: P1D, PT24H, start/end, start/P1D or P1D/end.
import { dayMs, parseInstant } from '../kql/values.ts'

/** Milliseconds since 1970, both ends included. */
export type Timespan = { from: number; to: number }

/** Null when the text is no timespan. A bare length ends now. */
export function parseTimespan(text: string, now: number): Timespan | null {
  const [first = '', second, ...rest] = text.split('/')
  if (rest.length > 0) return null
  const length = parseDuration(first)
  if (second === undefined) return length === null ? null : { from: now - length, to: now }
  const from = parseInstant(first)
  const to = parseInstant(second)
  if (from !== null && to !== null) return { from, to }
  if (from !== null) {
    const after = parseDuration(second)
    return after === null ? null : { from, to: from + after }
  }
  return length === null || to === null ? null : { from: to - length, to }
}

const form =
  /^P(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** Milliseconds of an ISO 8601 duration in weeks, days, hours, minutes, seconds. */
function parseDuration(text: string): number | null {
  const match = form.exec(text.toUpperCase())
  if (!match || match.slice(1).every((part) => part === undefined)) return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0))
  return weeks * 7 * dayMs + days * dayMs + hours * 3_600_000 + minutes * 60_000 + seconds * 1000
}
