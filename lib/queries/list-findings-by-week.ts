import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { Severity } from '#lib/domain/severity.ts'
import { usualPace } from './points-in-time.ts'
import { subjectWithinScope } from './subject-within-scope.ts'

/** Findings of one severity opened and fixed in the seven days from a Monday (UTC). */
export type FindingsInWeek = {
  startsOn: Date
  /** False where no snapshot was taken in that week, nor just before its end. */
  known: boolean
  severity: Severity
  opened: number
  fixed: number
}

/**
 * How many findings were opened and how many fixed, week by week up to `at`? What already failed when a rule first looked
 * was found, not opened, and is in neither: in the first snapshot of all, and in the first that judged by a new rule. A
 * finding that ends in `unknown` is not fixed; one whose object is gone is. A waiver neither opens nor fixes. What happened
 * while no snapshot was taken counts when it was seen.
 */
export function listFindingsByWeek(
  db: Database,
  { scope, at, weeks }: { scope: Scope; at: Date; weeks: number },
): Promise<FindingsInWeek[]> {
  const visible = subjectWithinScope(scope, {
    vaultId: sql`v.vault_id`,
    objectId: sql`v.object_id`,
    at: sql`v.valid_from`,
  })
  return db.$queryRaw<FindingsInWeek[]>(sql`
    with monday as (select date_trunc('week', ${at}::timestamptz, 'UTC') as this),
    week as (
      select starts from monday,
        generate_series(this - (${weeks}::int - 1) * interval '168 hours', this, interval '168 hours') starts),
    start as (select min(starts) as at from week),
    -- A run that failed may have been the first to know a rule, but it did not look at everything: the next one did.
    first_look as (
      select r.id as rule_id, min(s.captured_at) as at
      from rule r join snapshot s on s.status in ('complete', 'partial') and (r.added_at is null or s.captured_at >= r.added_at)
      group by r.id),
    opened as (
      select distinct v.rule_id, v.vault_id, v.object_id, v.failing_since as at
      from verdict v join first_look f on f.rule_id = v.rule_id
      where v.failing_since >= (select at from start) and v.failing_since <= ${at} and v.valid_from <= ${at}
        and v.failing_since > f.at
        and ${visible}),
    fixed as (
      select v.rule_id, v.valid_to as at
      from verdict v
      where v.failing_since is not null and v.valid_to >= (select at from start) and v.valid_to <= ${at}
        and not exists (
          select from verdict next
          -- Not "is not distinct from", which cannot be hashed: this is asked of every finding that ever ended.
          where next.vault_id = v.vault_id and next.rule_id = v.rule_id and next.valid_from = v.valid_to
            and coalesce(next.object_id, 0) = coalesce(v.object_id, 0))
        and ${visible}),
    event as (
      select rule_id, at, 1 as opened, 0 as fixed from opened
      union all
      select rule_id, at, 0, 1 from fixed),
    counted as (
      select date_trunc('week', e.at, 'UTC') as starts, r.severity, sum(e.opened)::int as opened, sum(e.fixed)::int as fixed
      from event e join rule r on r.id = e.rule_id
      group by 1, 2)
    select w.starts as "startsOn",
      exists (
        select from snapshot seen
        where seen.status in ('complete', 'partial') and seen.captured_at <= ${at} and seen.captured_at < w.starts + interval '168 hours'
          -- Where snapshots are rarer than weeks, one of just before speaks for this week too.
          and seen.captured_at >= least(w.starts, least(${at}::timestamptz, w.starts + interval '168 hours') - usual.pace)) as known,
      s.severity::text as severity, coalesce(c.opened, 0) as opened, coalesce(c.fixed, 0) as fixed
    from week w
    cross join (${usualPace}) usual
    cross join unnest(enum_range(null::severity)) as s(severity)
    left join counted c on c.starts = w.starts and c.severity = s.severity
    order by w.starts, s.severity`)
}
