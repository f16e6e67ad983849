import { joinSql, type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { dateOf, readWindowDays } from '../findings/last-read.ts'
import { callsWithinScope, isRead } from './calls-within-scope.ts'

export type ReadDay = {
  /** Midnight (UTC). */
  day: Date
  calls: number
  /** 24 numbers; none where the hours of a part are not kept; null where no log of the vaults it calls was heard. */
  hours: number[] | null
  /** Of the vaults it ever called, those whose log was heard on that day. */
  heard: number
  vaults: number
}

const hourSums = joinSql(
  Array.from({ length: 24 }, (_, hour) => sql`sum(a.hours[${hour + 1}::int])::int`),
  ', ',
)

/** When does a caller read, hour by hour, in the 30 days before an instant? Every day is there, the day of the instant too. */
export function listReadsByDay(
  db: Database,
  scope: Scope,
  { at, callerId }: { at: Date; callerId: number },
): Promise<ReadDay[]> {
  return db.$queryRaw<ReadDay[]>(sql`
    with called as materialized (
      select distinct a.vault_id from every_access_day a
      where a.caller_id = ${callerId} and ${callsWithinScope(scope, { at })}),
    reads as (
      select a.day, sum(a.calls)::int as calls,
        case when min(cardinality(a.hours)) = 24 then array[${hourSums}] else '{}' end as hours
      from access_day a
      where a.caller_id = ${callerId} and ${callsWithinScope(scope, { at, days: readWindowDays })} and ${isRead}
      group by a.day),
    heard as (
      select l.day, count(distinct l.vault_id)::int as vaults from log_day l
      where l.vault_id in (select vault_id from called) and l.day >= ${dateOf(at, readWindowDays)}::date and l.first_at <= ${at}
      group by l.day)
    select d.day::date as day, coalesce(r.calls, 0) as calls, coalesce(heard.vaults, 0) as heard,
      (select count(*)::int from called) as vaults,
      case when r.day is not null then r.hours when heard.day is not null then array_fill(0, array[24]) end as hours
    from generate_series(${dateOf(at, readWindowDays)}::date, ${dateOf(at)}::date, interval '1 day') d(day)
    left join reads r on r.day = d.day::date
    left join heard on heard.day = d.day::date
    order by d.day`)
}
