import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { standingObjects } from './standing-objects.ts'

/** Enabled objects that expire in the seven days from `startsOn`. */
export type ExpiryWeek = { startsOn: Date; secrets: number; keys: number; certificates: number }

/**
 * How many enabled objects expire in each of the coming weeks? The first week begins with the day of `at`. Disabled ones
 * break nothing when they expire.
 */
export function listExpiriesByWeek(
  db: Database,
  { scope, at, weeks }: { scope: Scope; at: Date; weeks: number },
): Promise<ExpiryWeek[]> {
  const count = (kind: string) => sql`count(*) filter (where o.kind = ${kind}::object_kind)::int`
  return db.$queryRaw<ExpiryWeek[]>(sql`
    with week as (
      select starts, starts + interval '168 hours' as ends
      from (select date_trunc('day', ${at}::timestamptz, 'UTC') as today) d,
        generate_series(today, today + (${weeks}::int - 1) * interval '168 hours', interval '168 hours') starts)
    select w.starts as "startsOn", ${count('secret')} as secrets, ${count('key')} as keys,
      ${count('certificate')} as certificates
    from week w
    left join (${standingObjects(scope, at)}) o on o.expires_at >= w.starts and o.expires_at < w.ends and o.enabled
    group by w.starts
    order by w.starts`)
}
