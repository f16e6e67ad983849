import { type Database, sql } from '#lib/db/open-database.ts'
import { posture } from '#lib/domain/posture.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { pointsInTime } from '../points-in-time.ts'
import { tallyAtPoints } from '../tally-at-points.ts'

export type VaultPosturePoint = { at: Date; posture: number | null }

/** How did the posture of one vault move? One point a day; null where no snapshot was taken or nothing could be decided. */
export async function listVaultPosture(
  db: Database,
  scope: Scope,
  { at, vaultId, days }: { at: Date; vaultId: number; days: number },
): Promise<VaultPosturePoint[]> {
  const points = { at, count: days + 1, stepDays: 1 }
  const [instants, rows] = await Promise.all([
    db.$queryRaw<{ i: number; point: Date; known: boolean }[]>(sql`
      select i, point, known from (${pointsInTime(points)}) p order by i`),
    db.$queryRaw<{ i: number; weight: number; pass: number; fail: number }[]>(sql`
      select i, weight, pass, fail from (${tallyAtPoints(scope, points, { where: sql`t.vault_id = ${vaultId}` })}) t`),
  ])
  const byPoint = Map.groupBy(rows, ({ i }) => i)
  return instants.map(({ i, point, known }) => ({ at: point, posture: known ? posture(byPoint.get(i) ?? []) : null }))
}
