import type { AccessLog, CallerReads } from '#lib/domain/evidence.ts'
import { daysAgo } from './now.ts'

/** A log of the last 90 days in which nobody did anything but Kempt, except what is said. */
export const anAccessLog = (said: Partial<AccessLog> = {}): AccessLog => ({
  coveredFromAt: daysAgo(90),
  coveredUntilAt: daysAgo(1),
  silentDays: [],
  lastRowAt: daysAgo(1),
  lastOwnCallAt: daysAgo(1),
  reads: [],
  unnamedReadAt: null,
  denials: [],
  throttles: [],
  backups: [],
  ...said,
})

/** One who read the current version yesterday, without naming it, and seldom; except what is said. */
export const aReader = (said: Partial<CallerReads> = {}): CallerReads => {
  const lastReadAt = said.lastReadAt ?? daysAgo(1)
  return { caller: 'shop', calls: 3, lastReadAt, versions: [{ version: '', lastReadAt }], windows: [], ...said }
}

/** What these did with the example's secret. */
export const readBy = (...callers: CallerReads[]): AccessLog['reads'][number] => ({
  kind: 'secret',
  name: 'stripe-key',
  callers,
})

/** Who read the example's secret last when. */
export const readsBy = (callers: Record<string, Date>, name = 'stripe-key'): AccessLog['reads'][number] => ({
  ...readBy(...Object.entries(callers).map(([caller, lastReadAt]) => aReader({ caller, lastReadAt }))),
  name,
})
