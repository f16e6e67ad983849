import { addDays, isoDate } from '#lib/format/date.ts'
import { type Decision, unknown } from './decision.ts'

// A snapshot stands for the instant it began; what changes while it runs is dated after that. A day is more than any run.
const clockToleranceDays = 1

/** Unknown when Azure dates something ("the current version") after the snapshot; null when the date can be believed. */
export function clocksDisagree(what: string, at: Date, now: Date): Decision | null {
  if (!(at > addDays(now, clockToleranceDays))) return null
  return unknown({
    code: 'malformed-answer',
    detail: `Azure dates ${what} ${isoDate(at)}, after the snapshot: the clocks disagree.`,
  })
}
