import { type Sql, sql } from '#lib/db/open-database.ts'
import type { Remember } from './memory/while-ours.ts'

/**
 * Forgets who read what more than `retentionDays` before the instant, day by day, and whoever was seen at no later time: nothing
 * is kept about people that no page can show any more. Returns how many days of calls were forgotten.
 */
export async function pruneAccess(
  remember: Remember,
  { at, retentionDays }: { at: Date; retentionDays: number },
): Promise<number> {
  const before = sql`((${at}::timestamptz - ${retentionDays}::int * interval '24 hours') at time zone 'UTC')::date`
  const forget = (table: Sql) => sql`delete from ${table} where day < ${before}`
  return remember(async (tx) => {
    const ofObjects = await tx.$executeRaw(forget(sql`access_day`))
    const ofVaults = await tx.$executeRaw(forget(sql`vault_access_day`))
    await tx.$executeRaw(forget(sql`log_day`))
    await tx.$executeRaw(sql`
      delete from caller c where c.seen_last_at < ${before}
        and not exists (select from access_day where caller_id = c.id)
        and not exists (select from vault_access_day where caller_id = c.id)`)
    await tx.$executeRaw(sql`delete from log_gap where to_at < ${before}`)
    return ofObjects + ofVaults
  })
}
