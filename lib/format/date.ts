// Instants as people read them: always UTC, always in one locale, whatever the machine's own time zone is.

const minuteMs = 60_000
const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** "2026-11-23": the day in UTC. Throws RangeError on an invalid date, so that nonsense is never shown as a day. */
export function isoDate(at: Date): string {
  const day = Math.floor(at.getTime() / dayMs)
  const known = spelled.get(day)
  if (known !== undefined) return known
  const text = at.toISOString().split('T')[0] ?? ''
  if (spelled.size >= mostSpelled) spelled.clear()
  spelled.set(day, text)
  return text
}

// Judging a large estate names millions of dates of a few thousand days, and spelling one takes longer than judging by it.
const spelled = new Map<number, string>()
const mostSpelled = 20_000

/** "2026-11-23 06:15 UTC". */
export function utcInstant(at: Date): string {
  const [day, time = ''] = at.toISOString().split('T')
  return `${day} ${time.slice(0, 5)} UTC`
}

/** The same instant a number of days later (or earlier, when negative). */
export const addDays = (at: Date, days: number): Date => new Date(at.getTime() + days * dayMs)

/** Whole days from one instant to another, rounded towards zero; negative when `to` comes first. */
export const daysBetween = (from: Date, to: Date): number => Math.trunc((to.getTime() - from.getTime()) / dayMs) || 0

const relative = new Intl.RelativeTimeFormat('en-GB')

/**
 * "3 days ago", "in 12 days", "just now" within a minute. The unit is the largest that fits at least once, save that
 * days are kept up to 60 and months up to 24: nobody rotates by "2 months ago".
 */
export function ago(at: Date, now: Date): string {
  const ms = at.getTime() - now.getTime()
  const days = daysBetween(now, at)
  if (Math.abs(ms) < minuteMs) return 'just now'
  if (Math.abs(ms) < hourMs) return relative.format(Math.trunc(ms / minuteMs), 'minute')
  if (Math.abs(ms) < dayMs) return relative.format(Math.trunc(ms / hourMs), 'hour')
  if (Math.abs(days) < 60) return relative.format(days, 'day')
  const months = Math.trunc(days / 30.436875)
  if (Math.abs(months) < 24) return relative.format(months, 'month')
  return relative.format(Math.trunc(days / 365.2425), 'year')
}

const dayLength = new Intl.NumberFormat('en-GB', { style: 'unit', unit: 'day', unitDisplay: 'long' })

/** "1 day", "60 days", "1,200 days". */
export function dayCount(days: number): string {
  const known = lengths.get(days)
  if (known !== undefined) return known
  const text = dayLength.format(days)
  if (lengths.size >= mostSpelled) lengths.clear()
  lengths.set(days, text)
  return text
}

const lengths = new Map<number, string>()
