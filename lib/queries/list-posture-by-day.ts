import { type Database, sql } from '#lib/db/open-database.ts'
import { posture } from '#lib/domain/posture.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type PostureFilter, talliesOf, wholeEstate } from './posture-filter.ts'
import { pointsInTime } from './points-in-time.ts'
import { tallyAtPoints } from './tally-at-points.ts'

/** Posture is 0 to 1; null where no snapshot was taken around that instant, or nothing could be decided. */
export type PosturePoint = { at: Date; posture: number | null }

type Row = { i: number; weight: number; pass: number; fail: number }

/** How did the posture of a scope move over the last days? One point a day, at its end; the last one at `at`. */
export async function listPostureByDay(
  db: Database,
  { scope, at, days, filter = wholeEstate }: { scope: Scope; at: Date; days: number; filter?: PostureFilter },
): Promise<PosturePoint[]> {
  const points = { at, count: days + 1, stepDays: 1 }
  const [instants, rows] = await Promise.all([
    db.$queryRaw<{ i: number; point: Date; known: boolean }[]>(sql`
      select i, point, known from (${pointsInTime(points)}) p order by i`),
    db.$queryRaw<Row[]>(sql`
      select i, weight, pass, fail from (${tallyAtPoints(scope, points, talliesOf(filter, at))}) t where pass > 0 or fail > 0`),
  ])
  const byPoint = Map.groupBy(rows, (row) => row.i)
  return instants.map(({ i, point, known }) => ({ at: point, posture: known ? posture(byPoint.get(i) ?? []) : null }))
}
