import { dayCount } from '#lib/format/date.ts'

/** So many days before its end a waiver is marked. */
const soonDays = 14

/** `days`: whole days left. Null while the end is far. */
export function endingText(days: number): string | null {
  if (days >= soonDays || days < 0) return null
  return days === 0 ? 'ends today' : `ends in ${dayCount(days)}`
}
