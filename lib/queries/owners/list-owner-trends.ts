import { type Database, sql } from '#lib/db/open-database.ts'
import { posture } from '#lib/domain/posture.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { tallyAtPoints } from '../tally-at-points.ts'

export type OwnerTrendPoint = { at: Date; value: number | null }

type Row = { owner: string; i: number; point: Date; known: boolean; weight: number; pass: number; fail: number }

/**
 * How did the posture of these owners move over the last weeks? One point a week, the last one at `at`; null where no
 * snapshot was taken around it or nothing could be decided. Whoever was never judged is not in the map.
 */
export async function listOwnerTrends(
  db: Database,
  scope: Scope,
  { at, owners, weeks }: { at: Date; owners: readonly string[]; weeks: number },
): Promise<Map<string, OwnerTrendPoint[]>> {
  const points = { at, count: weeks + 1, stepDays: 7 }
  const rows = await db.$queryRaw<Row[]>(sql`
    select group_key as owner, i, point, known, weight, pass, fail
    from (${tallyAtPoints(scope, points, { groupKey: sql`t.owner`, where: sql`t.owner = any(${[...owners]})` })}) t
    order by i`)
  const trend = (ofOwner: readonly Row[]) =>
    [...Map.groupBy(ofOwner, ({ i }) => i).values()].map((atPoint) => ({
      at: atPoint[0]?.point ?? at,
      value: atPoint[0]?.known ? posture(atPoint) : null,
    }))
  return new Map([...Map.groupBy(rows, ({ owner }) => owner)].map(([owner, ofOwner]) => [owner, trend(ofOwner)]))
}
