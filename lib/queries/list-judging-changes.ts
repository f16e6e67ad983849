import { type Database, sql } from '#lib/db/open-database.ts'

/** From the snapshot at that instant on, more rules or another policy judged than before. */
export type JudgingChange = { at: Date; rulesAdded: number; policyChanged: boolean }

/**
 * When did what judges change, in `(from, at]`? A step of posture on such a day may be none of the estate. The first
 * snapshot of all changed nothing: there was nothing before it.
 */
export function listJudgingChanges(db: Database, { from, at }: { from: Date; at: Date }): Promise<JudgingChange[]> {
  return db.$queryRaw<JudgingChange[]>(sql`
    with taken as (
      select captured_at, policy_version_id,
        lag(policy_version_id) over (order by captured_at) as before
      from snapshot where status in ('complete', 'partial') and captured_at <= ${at}),
    added as (
      -- A run that failed may have been the first to know a rule; what judged by it first is the next one that ended.
      select (select min(t.captured_at) from taken t where t.captured_at >= r.added_at) as at
      from rule r where r.added_at <= ${at}),
    change as (
      select at, 1 as added, false as policy from added
      union all
      select captured_at, 0, true from taken where policy_version_id <> before)
    select at, sum(added)::int as "rulesAdded", bool_or(policy) as "policyChanged"
    from change
    where at > ${from} and at > (select min(captured_at) from taken)
    group by at
    order by at`)
}
