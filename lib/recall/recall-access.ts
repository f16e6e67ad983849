// What is remembered of the access logs of some vaults, as evidence at some instants: what the job judges by, at the one instant
// of its snapshot, and a preview at each of its points.
import type { Database } from '#lib/db/open-database.ts'
import type { AccessLog } from '#lib/domain/evidence.ts'
import { type AccessMoment, placeOf } from './access-moment.ts'
import { recallBackups } from './recall-backups.ts'
import { recallHeardDays } from './recall-heard-days.ts'
import { recallReads } from './recall-reads.ts'
import { recallRefusals } from './recall-refusals.ts'
import { recallUnnamedReads } from './recall-unnamed-reads.ts'

/** How far back from each instant, in days. */
export type AccessSpan = {
  /** Reads and backups. */
  days: number
  /** Denials, throttled calls, and reads by eight-hour window. */
  recentDays: number
}

/** What is remembered of one vault's log; how far the log was read is for whoever asks to say. */
export type RecalledAccess = Omit<AccessLog, 'coveredUntilAt'>

/**
 * By `placeOf` moment and vault; a vault of which no row ever arrived by then is missing. Rows that had not arrived at an
 * instant in the past are here all the same: what is recalled of a past day may know more than its snapshot did.
 */
export async function recallAccess(
  db: Database,
  vaultIds: readonly number[],
  moments: readonly AccessMoment[],
  span: AccessSpan,
): Promise<ReadonlyMap<string, RecalledAccess>> {
  const asked = { vaultIds, moments, ...span }
  const [heard, reads, refusals, backups, unnamed] = await Promise.all([
    recallHeardDays(db, asked),
    recallReads(db, asked),
    recallRefusals(db, asked),
    recallBackups(db, asked),
    recallUnnamedReads(db, asked),
  ])
  const recalled = heard.map(({ i, vaultId, ...days }) => {
    const place = placeOf(i, vaultId)
    const access: RecalledAccess = {
      ...days,
      reads: reads.get(place) ?? [],
      denials: refusals.denials.get(place) ?? [],
      throttles: refusals.throttles.get(place) ?? [],
      backups: backups.get(place) ?? [],
      unnamedReadAt: unnamed.get(place) ?? null,
    }
    return [place, access] as const
  })
  return new Map(recalled)
}
