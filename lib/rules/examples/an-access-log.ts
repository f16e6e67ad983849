import type { AccessLog } from '#lib/domain/evidence.ts'
import { daysAgo } from './now.ts'

/** A log of the last 90 days in which nobody read anything, except what is said. */
export const anAccessLog = (said: Partial<AccessLog> = {}): AccessLog => ({
  coveredFromAt: daysAgo(90),
  coveredUntilAt: daysAgo(1),
  reads: [],
  ...said,
})

/** Who read the example's secret last when. */
export const readsBy = (callers: Record<string, Date>, name = 'stripe-key'): AccessLog['reads'][number] => ({
  kind: 'secret',
  name,
  callers: Object.entries(callers).map(([caller, lastReadAt]) => ({ caller, calls: 3, lastReadAt })),
})
