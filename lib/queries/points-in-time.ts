import { type Sql, sql } from '#lib/db/open-database.ts'

/** Evenly spaced instants: what a trend is drawn through. Each is the last of its day (UTC); the last one is `at` itself. */
export type PointsInTime = { at: Date; count: number; stepDays: number }

const dayMs = 86_400_000

/** The last instant of the day of the last point, from which all others are counted back. */
export const lastOfDay = (at: Date) => new Date((Math.floor(at.getTime() / dayMs) + 1) * dayMs - 1)

/** A subquery: (pace), how long after a snapshot the next one is awaited. */
export const usualPace: Sql = sql`
  -- The few minutes are for a job that does not begin at the same second every day.
  select greatest(interval '24 hours', percentile_cont(0.5) within group (order by gap)) + interval '10 minutes' as pace
  from (
    select captured_at - lag(captured_at) over (order by captured_at) as gap
    from snapshot where status in ('complete', 'partial')) gaps`

/**
 * A subquery: (i, point, known) for i from 0. A point is known when a snapshot was taken shortly before it: within a day,
 * or within the usual pace where snapshots are rarer. A missed night is a gap in a daily history and none in a weekly one.
 */
export function pointsInTime({ at, count, stepDays }: PointsInTime): Sql {
  return sql`
    select i, point,
      exists (
        select from snapshot s
        where s.status in ('complete', 'partial') and s.captured_at <= point and s.captured_at > point - usual.pace) as known
    from generate_series(0, ${count}::int - 1) i
    cross join lateral (
      select least(${at}::timestamptz, ${lastOfDay(at)}::timestamptz - (${count}::int - 1 - i) * ${stepDays}::int * interval '24 hours')
        as point) p
    cross join (${usualPace}) usual`
}
