import { joinSql, type Sql, sql } from '#lib/db/open-database.ts'

/** One of the instants something is recalled at, by its number. */
export type AccessMoment = { i: number; at: Date }

export type Asked = {
  vaultIds: readonly number[]
  moments: readonly AccessMoment[]
  days: number
  recentDays: number
}

/** A row of a query about several vaults at several instants. */
export type Placed<Row> = Row & { i: number; vaultId: number }

export const placeOf = (i: number, vaultId: number) => `${i}/${vaultId}`

/** The instants as a table `p(i, at)`. */
export const momentsTable = (moments: readonly AccessMoment[]): Sql =>
  sql`(values ${joinSql(moments.map(({ i, at }) => sql`(${i}::int, ${at}::timestamptz)`))}) p(i, at)`

/**
 * The condition that a row `a` of some day's calls belongs to the `days` before the moment `p.at`. A day is one sum: of the day
 * of the moment itself everything counts that began before it.
 */
export const withinDays = (days: number): Sql => sql`
  a.day >= ((p.at - ${days}::int * interval '24 hours') at time zone 'UTC')::date
  and a.first_at <= p.at and a.last_at >= p.at - ${days}::int * interval '24 hours'`

/** When the latest of a day's calls surely came before the moment: of a day that goes on after it, only its first one. */
export const lastBefore: Sql = sql`max(case when a.last_at <= p.at then a.last_at else a.first_at end)`

export function byPlace<Row>(rows: readonly Placed<Row>[]): Map<string, Placed<Row>[]> {
  return Map.groupBy(rows, ({ i, vaultId }) => placeOf(i, vaultId))
}
