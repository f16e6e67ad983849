import type { Organization } from '../../organization.ts'
import { cacheWindowsTally } from './cache-windows.ts'
import { askLog } from './log-pass.ts'

export type NonCacher = {
  callerObjectId: string
  reads: number
  /** Those that keeping each secret for eight hours would have made unnecessary: all but one of each window. */
  needless: number
}

/** The `most` callers with the most needless reads, worst first; callers without any are left out. */
export function worstNonCachers(organization: Organization, from: Date, to: Date, most: number): NonCacher[] {
  const callers = new Map<string, NonCacher>()
  for (const { callerObjectId, reads } of askLog(organization, from, to, cacheWindowsTally())) {
    const known = callers.get(callerObjectId) ?? { callerObjectId, reads: 0, needless: 0 }
    known.reads += reads
    known.needless += reads - 1
    callers.set(callerObjectId, known)
  }
  return [...callers.values()]
    .filter(({ needless }) => needless > 0)
    .sort((one, other) => other.needless - one.needless || (one.callerObjectId < other.callerObjectId ? -1 : 1))
    .slice(0, most)
}
