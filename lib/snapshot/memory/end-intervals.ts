import { type Sql, sql } from '#lib/db/open-database.ts'
import type { Place } from './place.ts'

/** Ends the intervals with these ids at the instant of the snapshot. Returns how many. */
export async function endIntervals({ tx, at }: Place, table: Sql, ids: readonly number[]): Promise<number> {
  if (ids.length === 0) return 0
  return tx.$executeRaw(sql`update ${table} set valid_to = ${at} where id = any(${[...ids]}::int[])`)
}
