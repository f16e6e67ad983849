// Since when is a vault's log heard, on which days was it silent, and when did the latest row arrive?
import { type Database, sql } from '#lib/db/open-database.ts'
import { type Asked, momentsTable, type Placed } from './access-moment.ts'

type HeardDays = { coveredFromAt: Date; silentDays: Date[]; lastRowAt: Date; lastOwnCallAt: Date | null }

/**
 * A setting switched on yesterday proves nothing about last week, so coverage begins with the vault's own first row. Silent days
 * are whole ones between that day and the day of the moment. A vault never heard has no row.
 */
export async function recallHeardDays(db: Database, { vaultIds, moments, days }: Asked): Promise<Placed<HeardDays>[]> {
  return db.$queryRaw<Placed<HeardDays>[]>(sql`
    with heard as (
      select p.i, p.at, d.vault_id, min(d.day) as first_day, max(least(d.last_at, p.at)) as last_row_at,
        max(d.own_last_at) filter (where d.own_last_at <= p.at) as last_own_call_at, array_agg(distinct d.day) as days
      from ${momentsTable(moments)}
      join log_day d on d.vault_id = any(${[...vaultIds]}::int[]) and d.first_at <= p.at
      group by p.i, p.at, d.vault_id)
    select h.i, h.vault_id as "vaultId", h.last_row_at as "lastRowAt", h.last_own_call_at as "lastOwnCallAt",
      h.first_day::timestamp at time zone 'UTC' as "coveredFromAt",
      array(
        select missed::timestamp at time zone 'UTC'
        from generate_series(
          greatest(h.first_day, ((h.at - ${days}::int * interval '24 hours') at time zone 'UTC')::date),
          (h.at at time zone 'UTC')::date - 1, interval '1 day') missed
        where not missed::date = any(h.days)
        order by 1) as "silentDays"
    from heard h
    order by h.i, h.vault_id`)
}
