import { type Database, sql } from '#lib/db/open-database.ts'
import { compliance } from '#lib/domain/posture.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { tallyAtPoints } from '../tally-at-points.ts'

/** Share of the decided subjects that pass; null where no snapshot was taken or nothing was decided. */
export type CompliancePoint = { at: Date; compliance: number | null }

/** How did the compliance with each rule move over the last days? One point a week, the last one at `at`; by rule id. */
export async function listComplianceByRule(
  db: Database,
  scope: Scope,
  { at, weeks }: { at: Date; weeks: number },
): Promise<ReadonlyMap<string, CompliancePoint[]>> {
  const rows = await db.$queryRaw<{ ruleId: string; point: Date; known: boolean; pass: number; fail: number }[]>(sql`
    select rule_id as "ruleId", point, known, pass, fail
    from (${tallyAtPoints(scope, { at, count: weeks + 1, stepDays: 7 })}) t
    order by rule_id, i`)
  const byRule = Map.groupBy(rows, ({ ruleId }) => ruleId)
  return new Map(
    [...byRule].map(([ruleId, points]) => [
      ruleId,
      points.map(({ point, known, ...counts }) => ({ at: point, compliance: known ? compliance(counts) : null })),
    ]),
  )
}
