import { emptySql, type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { lastOfDay, type PointsInTime, pointsInTime } from './points-in-time.ts'
import { withinScope } from './within-scope.ts'

/**
 * A subquery: (group_key, rule_id, weight, i, point, known, pass, fail), the tallies of a scope summed at each point; what is
 * waived there is in neither.
 * Every interval is turned into a step up where it begins and a step down where it ends, so each is read once however many
 * points it spans. `groupKey` and `where` are expressions over `t` (standing_tally) and whatever `joins` adds to it.
 */
export function tallyAtPoints(
  scope: Scope,
  points: PointsInTime,
  { groupKey = sql`''`, where = sql`true`, joins = emptySql }: { groupKey?: Sql; where?: Sql; joins?: Sql } = {},
): Sql {
  const stepSeconds = points.stepDays * 86_400
  const firstAt = new Date(lastOfDay(points.at).getTime() - (points.count - 1) * stepSeconds * 1000)
  // The first point at or after an instant; an interval that ends exactly on a point no longer holds there.
  const pointAfter = (instant: Sql) =>
    sql`greatest(0, ceil(date_part('epoch', ${instant} - ${firstAt}::timestamptz) / ${stepSeconds}::int))::int`
  return sql`
    with held as materialized (
      select ${groupKey}::text as group_key, t.rule_id, t.valid_from,
        case when t.valid_to <= ${points.at} then t.valid_to end as valid_to, t.pass, t.fail
      from standing_tally t ${joins}
      where t.valid_from <= ${points.at} and (t.valid_to is null or t.valid_to > ${firstAt})
        -- Not above nought: what is waived is taken out of what fails by rows of its own.
        and (t.pass <> 0 or t.fail <> 0)
        and ${withinScope(scope, sql`t.owner`, sql`t.vault_owner`)} and ${where}),
    step as materialized (
      select group_key, rule_id, i, sum(pass) as pass, sum(fail) as fail
      from (
        select group_key, rule_id, ${pointAfter(sql`valid_from`)} as i, pass, fail from held
        union all
        select group_key, rule_id, ${pointAfter(sql`valid_to`)}, -pass, -fail from held where valid_to is not null) steps
      group by group_key, rule_id, i),
    line as (select distinct group_key, rule_id from step)
    select line.group_key, line.rule_id, r.weight, p.i, p.point, p.known,
      (sum(coalesce(step.pass, 0)) over along)::int as pass,
      (sum(coalesce(step.fail, 0)) over along)::int as fail
    from line
    join rule r on r.id = line.rule_id
    cross join (${pointsInTime(points)}) p
    -- As one row each: joined column by column, the planner merges by line and tries every point of it against every step.
    left join step on (step.group_key || '/' || step.rule_id || '/' || step.i) = (line.group_key || '/' || line.rule_id || '/' || p.i)
    window along as (partition by line.group_key, line.rule_id order by p.i)`
}
