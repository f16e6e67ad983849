// How much the access log proves about a stretch of time that reaches up to now. Every rule over the log asks here, so that
// no silence is believed by one rule and doubted by another.
import type { AccessLog } from '#lib/domain/evidence.ts'
import { logDelayDays } from '#lib/domain/log-allowance.ts'
import type { Observed } from '#lib/domain/observed.ts'
import { addDays, dayMs, daysBetween, isoDate } from '#lib/format/date.ts'
import { type Decision, unknown } from './decision.ts'
import { unreadBecause } from './unread-because.ts'

export type LogWindow = {
  startAt: Date
  /** The window in words that stay the same from day to day: "in the last 7 days". */
  span: string
  /** What is looked for: "reads". */
  what: string
  /** Reads of one object: one of which the log does not say what was read may have been of it. */
  ofObject?: boolean
  /** What stands before the gap in a sentence that says more. Without it the sentence says where the gap is. */
  lead?: string
}

/**
 * What the log decides about a window up to now. `shown` answers from the rows that are there: they prove what they show,
 * however much is missing. When they show nothing (null), `nothing` answers, if the log covers the window.
 */
export function decideByLog(
  accessLog: Observed<AccessLog>,
  window: LogWindow,
  now: Date,
  { shown, nothing }: { shown: (log: AccessLog) => Decision | null; nothing: (log: AccessLog) => Decision },
): Decision {
  if (accessLog.status === 'not') return unreadLog(accessLog)
  const found = shown(accessLog.value)
  if (found) return found
  const cut = cutOff(accessLog)
  if (cut) return cut
  const gap = gapIn(accessLog.value, window, now)
  return gap ? notLogged(gap) : nothing(accessLog.value)
}

export const unreadLog = ({ status, reason }: Exclude<Observed<AccessLog>, { status: 'read' }>): Decision =>
  unknown(reason, unreadBecause(['accessLog'], reason.code, status))

/** Unknown where items are missing: rows that are there prove what they show, and those that are not there prove nothing. */
export const cutOff = (accessLog: Observed<AccessLog>): Decision | null =>
  accessLog.status === 'partly' && accessLog.missing === 'items' ? unreadLog(accessLog) : null

export const notLogged = (detail: string) => unknown({ code: 'not-logged', detail })

/** The log was not read for so long that its silence of late says nothing. */
export const isBehind = ({ coveredUntilAt }: AccessLog, now: Date) => !(coveredUntilAt >= addDays(now, -logDelayDays))

/** Whole days from an instant to now that the log covers, without those of which nothing is known. */
export function coveredDaysSince(log: AccessLog, sinceAt: Date, now: Date): number {
  const untilAt = log.coveredUntilAt < now ? log.coveredUntilAt : now
  return Math.max(0, daysBetween(sinceAt, untilAt) - silentSince(log, sinceAt, now).length)
}

/** Why the log cannot show that nothing happened in a window, as a sentence; null when it can. */
function gapIn(log: AccessLog, { startAt, span, what, ofObject, lead }: LogWindow, now: Date): string | null {
  const { coveredFromAt, coveredUntilAt, unnamedReadAt } = log
  const say = (words: string, where: string) =>
    lead ? `${lead}; the access log ${words}.` : `The access log ${words}: ${where}.`
  if (!(coveredFromAt <= startAt)) {
    const words = `does not reach back far enough to show ${what} ${span}`
    return say(words, `it begins on ${isoDate(coveredFromAt)}`)
  }
  if (!(coveredUntilAt > startAt) || isBehind(log, now)) {
    return say(`has not arrived yet for all the time ${span}`, `it was read up to ${isoDate(coveredUntilAt)}`)
  }
  const silence = silenceIn(log, startAt, now)
  if (silence) return say(`has no rows for some of the time ${span}`, `none ${silence} arrived`)
  if (!ofObject || !unnamedReadAt || unnamedReadAt < startAt) return null
  return say(`does not say of every read ${span} what was read`, `the last such read is of ${isoDate(unnamedReadAt)}`)
}

/** Days since an instant of which no row came, and none is still on its way. */
const silentSince = ({ silentDays }: AccessLog, startAt: Date, now: Date) =>
  silentDays.filter((day) => addDays(day, 1) > startAt && addDays(day, 1) <= addDays(now, -logDelayDays))

/** The latest silence since an instant, "of 2026-11-18"; null when there was none. */
function silenceIn(log: AccessLog, startAt: Date, now: Date): string | null {
  const days = silentSince(log, startAt, now)
  if (days.length === 0) return null
  const silent = new Set(log.silentDays.map((day) => day.getTime()))
  const last = Math.max(...days.map((day) => day.getTime()))
  let first = last
  while (silent.has(first - dayMs)) first -= dayMs
  const from = isoDate(new Date(first))
  // While it goes on its end is another day every day, and the words must not be.
  if (silent.has(last + dayMs)) return `since ${from}`
  return first === last ? `of ${from}` : `from ${from} to ${isoDate(new Date(last))}`
}
