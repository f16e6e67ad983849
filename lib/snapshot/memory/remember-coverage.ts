import { sql } from '#lib/db/open-database.ts'
import { type Observed, type Part, parts } from '#lib/domain/observed.ts'
import { difference } from './difference.ts'
import { endIntervals } from './end-intervals.ts'
import type { Recalled } from './recall-vault.ts'
import type { Place } from './place.ts'

type Wanted = {
  part: Part
  status: 'read' | 'partly' | 'not'
  missing: string | null
  reasonCode: string | null
  detail: string | null
}

/** The coverage ledger of one vault: which part was read, partly, or not, and why, since when. */
export async function rememberCoverage(
  place: Place,
  recalled: Recalled,
  coverage: Readonly<Partial<Record<Part, Observed<unknown>>>>,
): Promise<number> {
  const wanted = parts.flatMap((part) => {
    const observed = coverage[part]
    return observed ? [ledgerLine(part, observed)] : []
  })
  const { ended, begun } = difference(recalled.observations, wanted, {
    keyOfRemembered: ({ part }) => part,
    keyOfWanted: ({ part }) => part,
    // The detail may name a request or an address that differs each time; the reason is what lasts.
    same: (row, want) =>
      row.status === want.status && row.missing === want.missing && row.reasonCode === want.reasonCode,
  })
  const written = await endIntervals(
    place,
    sql`observation`,
    ended.map(({ id }) => id),
  )
  if (begun.length === 0) return written
  await place.tx.observation.createMany({
    data: begun.map((row) => ({ vaultId: place.vaultId, validFrom: place.at, ...row.wanted })),
  })
  return written + begun.length
}

function ledgerLine(part: Part, observed: Observed<unknown>): Wanted {
  const reason = observed.status === 'read' ? null : observed.reason
  return {
    part,
    status: observed.status,
    missing: observed.status === 'partly' ? observed.missing : null,
    reasonCode: reason?.code ?? null,
    detail: reason?.detail ?? null,
  }
}
