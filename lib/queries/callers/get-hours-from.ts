import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { cachingDays } from './cache-windows.ts'
import { callsWithinScope } from './calls-within-scope.ts'

/**
 * Since which day (midnight, UTC) are the hours of calls known, which needless reads are told from? Null when they are for all
 * of the days that caching is looked at over.
 */
export async function getHoursFrom(db: Database, scope: Scope, { at }: { at: Date }): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ hoursFrom: Date | null }[]>(sql`
    select max(a.day) + 1 as "hoursFrom" from access_day a
    where ${callsWithinScope(scope, { at, days: cachingDays })} and cardinality(a.hours) = 0`)
  return row?.hoursFrom ?? null
}
