import { type Database, sql } from '#lib/db/open-database.ts'

/**
 * Forgets who read what more than `retentionDays` before the instant, day by day, and whoever was seen at no later time: nothing
 * is kept about people that no page can show any more. Returns how many days of calls were forgotten.
 */
export async function pruneAccess(
  db: Database,
  { at, retentionDays }: { at: Date; retentionDays: number },
): Promise<number> {
  const before = sql`((${at}::timestamptz - ${retentionDays}::int * interval '24 hours') at time zone 'UTC')::date`
  const tables = [sql`access_day`, sql`vault_access_day`, sql`log_day`]
  const [ofObjects = 0, ofVaults = 0] = await db.$transaction([
    ...tables.map((table) => db.$executeRaw(sql`delete from ${table} where day < ${before}`)),
    db.$executeRaw(sql`
      delete from caller c where c.seen_last_at < ${before}
        and not exists (select from access_day where caller_id = c.id)
        and not exists (select from vault_access_day where caller_id = c.id)`),
    db.$executeRaw(sql`delete from log_gap where to_at < ${before}`),
  ])
  return ofObjects + ofVaults
}
