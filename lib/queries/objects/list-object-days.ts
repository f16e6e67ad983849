import { type Database, sql } from '#lib/db/open-database.ts'
import { readingOperations } from '#lib/domain/reading-operations.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { dateOf, readWindowDays } from '../findings/last-read.ts'
import { callsToObject, type ObjectQuestion } from './calls-to-object.ts'
import { objectWithinScope } from './object-within-scope.ts'

export type ObjectDay = {
  /** Midnight (UTC). */
  day: Date
  /** The log of the vault was heard on that day, from anybody; else an absence of reads says nothing. */
  heard: boolean
  /** Successful reads. */
  calls: number
  /** By hour (UTC), 24 numbers; null where the hours of the day were not kept. */
  hours: number[] | null
}

/**
 * How often was this object read on each day of the window (`readWindowDays`, and the day itself), and which of them does
 * the log cover? The oldest first; none at all when the scope does not hold the object.
 */
export function listObjectDays(db: Database, scope: Scope, question: ObjectQuestion): Promise<ObjectDay[]> {
  const { at, objectId } = question
  const since = dateOf(at, readWindowDays)
  return db.$queryRaw<ObjectDay[]>(sql`
    with object as materialized (select * from (${objectWithinScope(scope, at)}) i where i.object_id = ${objectId}),
    read as materialized (
      select c.* from (${callsToObject(scope, question)}) c
      where c.day >= ${since}::date and c.outcome = 'ok' and c.operation = any(${readingOperations})),
    hourly as (
      select day, array_agg(calls order by hour) as hours
      from (
        select r.day, h.hour, sum(h.calls)::int as calls
        from read r cross join lateral unnest(r.hours) with ordinality h(calls, hour) group by 1, 2) h
      group by day)
    select d.day, coalesce(r.calls, 0)::int as calls,
      case when r.calls is null then array_fill(0, array[24]) when r.whole then h.hours end as hours,
      (exists (select from log_day l where l.vault_id = o.vault_id and l.day = d.day and l.first_at <= ${at})
        -- Days from before days were noted: who called was heard.
        or exists (select from every_access_day e where e.vault_id = o.vault_id and e.day = d.day and e.first_at <= ${at})) as heard
    from object o
    cross join lateral (select ${since}::date + i as day from generate_series(0, ${readWindowDays}::int) i) d
    left join (select day, sum(calls) as calls, bool_and(cardinality(hours) = 24) as whole from read group by day) r
      on r.day = d.day
    left join hourly h on h.day = d.day
    order by d.day`)
}
