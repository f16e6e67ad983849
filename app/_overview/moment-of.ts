// The moment that trends are remembered by, asked for once per request however many cards draw one.
import { cache } from 'react'
import { standingOf } from '#app/_shell/standing-of.ts'
import type { View } from '#app/view.ts'
import { getWaiverRevision } from '#lib/queries/get-waiver-revision.ts'
import type { Moment } from './once-per-snapshot.ts'

export const momentOf = cache(async (view: View): Promise<Moment> => {
  const { db, scope, at } = view
  const [standing, waivers] = await Promise.all([standingOf(view), getWaiverRevision(db, { at })])
  return { scope, at, snapshotId: standing?.snapshotId ?? 0, waivers }
})
