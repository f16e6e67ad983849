// The days over which owners are looked at: the same on every page and in every file.
import type { Standing } from '#lib/queries/get-standing.ts'
import { addDays, dayMs } from '#lib/format/date.ts'

/** Posture is compared with that of so many days before, and so far back closed findings are told of. */
export const lookBackDays = 30

/** What expires within so many days counts in the list of owners. */
export const expiringDays = 30

/** The day of an instant: midnight UTC. */
export const dayOf = (at: Date): Date => new Date(Math.floor(at.getTime() / dayMs) * dayMs)

/** What posture is compared with: a month before, or where history begins. */
export function comparedAtOf(at: Date, { firstCapturedAt }: Pick<Standing, 'firstCapturedAt'>): Date {
  const monthBefore = addDays(at, -lookBackDays)
  return firstCapturedAt > monthBefore ? firstCapturedAt : monthBefore
}

/** What every figure of an owner is asked over. */
export const ownersAsked = (at: Date, standing: Standing) => ({
  at,
  comparedAt: comparedAtOf(at, standing),
  expiring: { fromOn: dayOf(at), toOn: addDays(dayOf(at), expiringDays) },
})
