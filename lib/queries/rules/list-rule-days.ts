import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { lastOfDay, pointsInTime } from '../points-in-time.ts'
import { withinScope } from '../within-scope.ts'

/** How many subjects stood how at one instant. `known` is false where no snapshot was taken around it. */
export type RuleDay = { at: Date; known: boolean; pass: number; fail: number; unknown: number; waived: number }

const dayMs = 86_400_000

/** How did the subjects of one rule stand on each of the last days? One point a day, the last one at `at`. */
export function listRuleDays(
  db: Database,
  scope: Scope,
  { at, ruleId, days }: { at: Date; ruleId: string; days: number },
): Promise<RuleDay[]> {
  const points = { at, count: days + 1, stepDays: 1 }
  const firstAt = new Date(lastOfDay(at).getTime() - days * dayMs)
  return db.$queryRaw<RuleDay[]>(sql`
    with p as materialized (${pointsInTime(points)}),
    held as materialized (
      select t.valid_from, t.valid_to, t.pass, t.fail, t.unknown, t.waived from standing_tally t
      where t.rule_id = ${ruleId} and t.valid_from <= ${at} and (t.valid_to is null or t.valid_to > ${firstAt})
        and ${withinScope(scope, sql`t.owner`, sql`t.vault_owner`)})
    select p.point as at, p.known, coalesce(sum(h.pass), 0)::int as pass, coalesce(sum(h.fail), 0)::int as fail,
      coalesce(sum(h.unknown), 0)::int as unknown, coalesce(sum(h.waived), 0)::int as waived
    from p
    left join held h on h.valid_from <= p.point and (h.valid_to is null or h.valid_to > p.point)
    group by p.i, p.point, p.known
    order by p.i`)
}
