// Reads by who, from where, of what, and in which eight hours: whoever keeps a secret in memory reads it once in each.
import type { Access } from '../../organization.ts'
import { hourMs } from '../../rhythm.ts'
import { secretRead } from './live-secrets.ts'
import type { Tally } from './log-pass.ts'

/** From 00, 08 and 16 UTC. */
const windowMs = 8 * hourMs

export type CacheWindow = { subject: string; callerObjectId: string; startsAt: Date; reads: number }

/** Successful reads only, per caller and address. */
export function cacheWindowsTally(): Tally<CacheWindow[]> {
  const windows = new Map<string, CacheWindow>()
  return {
    take(row: Access) {
      const subject = secretRead(row)
      if (subject === null || !row.caller) return
      const { objectId: callerObjectId } = row.caller
      const startsAt = Math.floor(row.at.getTime() / windowMs) * windowMs
      const key = `${subject} ${callerObjectId} ${row.address} ${startsAt}`
      const known = windows.get(key)
      if (known) known.reads++
      else windows.set(key, { subject, callerObjectId, startsAt: new Date(startsAt), reads: 1 })
    },
    answer: () => [...windows.values()],
  }
}
