// Who asks for a secret again that it could have kept? Windows of eight hours, from 00, 08 and 16 UTC, per caller, address and secret:
// ten instances behind ten addresses each read once, and none of them reads needlessly.
import { joinSql, type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { callsWithinScope, isRead } from './calls-within-scope.ts'

/** Over so many days caching is looked at. */
export const cachingDays = 7

/** Reads between two hours of a day, over all versions: whoever caches a secret caches whichever version there is. */
const readsFrom = (hour: number) =>
  sql`sum(${joinSql(
    Array.from({ length: 8 }, (_, i) => sql`a.hours[${hour + i + 1}::int]`),
    ' + ',
  )})`

/**
 * A subquery: per caller and secret, `reads` in the days before `at`, `needless` among them (all but the first of a window),
 * the `most` in one window, and how many windows had more than `readsPerWindow` (`busy`). Days without hours are left out.
 * `wanted` is a further condition over `a`.
 */
export function cacheWindows(
  scope: Scope,
  { at, readsPerWindow, wanted = sql`true` }: { at: Date; readsPerWindow: number; wanted?: Sql },
): Sql {
  const each = (of: (reads: Sql) => Sql) => joinSql([of(sql`w.night`), of(sql`w.day_time`), of(sql`w.evening`)], ' + ')
  return sql`
    select w.caller_id, w.vault_id, w.name_key, sum(${each((reads) => reads)})::int as reads,
      sum(${each((reads) => sql`greatest(${reads} - 1, 0)`)})::int as needless,
      max(greatest(w.night, w.day_time, w.evening))::int as most,
      sum(${each((reads) => sql`(${reads} > ${readsPerWindow})::int`)})::int as busy
    from (
      select a.caller_id, a.vault_id, a.name_key, ${readsFrom(0)} as night, ${readsFrom(8)} as day_time, ${readsFrom(16)} as evening
      from access_day a
      where ${callsWithinScope(scope, { at, days: cachingDays })} and a.kind = 'secret' and ${isRead}
        and cardinality(a.hours) = 24 and ${wanted}
      group by a.caller_id, a.vault_id, a.name_key, a.address, a.day) w
    group by w.caller_id, w.vault_id, w.name_key`
}
