import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { Severity } from '#lib/domain/severity.ts'
import { findingEvents } from './findings/finding-events.ts'
import { usualPace } from './points-in-time.ts'

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
 * How many findings were opened and how many fixed, week by week up to `at`? See `findingEvents`. What happened while no
 * snapshot was taken counts when it was seen.
 */
export function listFindingsByWeek(
  db: Database,
  { scope, at, weeks }: { scope: Scope; at: Date; weeks: number },
): Promise<FindingsInWeek[]> {
  return db.$queryRaw<FindingsInWeek[]>(sql`
    with monday as (select date_trunc('week', ${at}::timestamptz, 'UTC') as this),
    week as (
      select starts from monday,
        generate_series(this - (${weeks}::int - 1) * interval '168 hours', this, interval '168 hours') starts),
    event as (${findingEvents(scope, { from: sql`(select min(starts) from week)`, at })}),
    counted as (
      select date_trunc('week', e.at, 'UTC') as starts, r.severity, (count(*) filter (where e.what = 'opened'))::int as opened,
        (count(*) filter (where e.what = 'fixed'))::int as fixed
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
