import { type Sql, sql } from '#lib/db/open-database.ts'

/**
 * The one rule of what is missing from the log of a vault, as a subquery of `day`: whole days (UTC) without a row of the
 * vault from anybody, after its first one and before the day its workspace was read until. The columns of the vault come as
 * expressions; `from` looks no further back than that date. Where no row of the vault ever arrived, no day is missing: all
 * of it is.
 */
export function missingLogDays({
  vaultId,
  firstDay,
  untilAt,
  from,
}: {
  vaultId: Sql
  firstDay: Sql
  untilAt: Sql
  from: Sql
}): Sql {
  const first = sql`greatest(${firstDay}, ${from})`
  // Counted in whole numbers: a series of instants would follow the time zone of the session.
  return sql`
    select expected.day
    from (
      select ${first} + n as day
      from generate_series(0, (${untilAt} at time zone 'UTC')::date - 1 - ${first}) n) expected
    where not exists (select from log_day heard where heard.vault_id = ${vaultId} and heard.day = expected.day)`
}
