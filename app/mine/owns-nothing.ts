// Does whoever sees only what is theirs see anything at all?
import { cache } from 'react'
import { standingOf } from '#app/_shell/standing-of.ts'
import type { View } from '#app/view.ts'
import { countObjects } from '#lib/queries/count-objects.ts'

/** Asked once per request. False before the first snapshot, when nobody can know. */
export const ownsNothing = cache(async (view: View): Promise<boolean> => {
  if (view.scope.kind !== 'owned') return false
  const standing = await standingOf(view)
  return standing?.vaults === 0 && (await countObjects(view.db, view)).objects === 0
})
