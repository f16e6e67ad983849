import { z } from 'zod'
import { type Database, sql } from '#lib/db/open-database.ts'
import type { VersionReads } from '#lib/domain/following.ts'
import { readingOperations } from '#lib/domain/reading-operations.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type NamedCaller, namedCaller } from '../callers/named-caller.ts'
import { dateOf, readWindowDays } from '../findings/last-read.ts'
import { callsToObject, type ObjectQuestion } from './calls-to-object.ts'

export type ObjectReader = NamedCaller & {
  /** Successful reads in the window. */
  reads: number
  /** In the window; null: it was never let in. */
  lastReadAt: Date | null
  /** Reads in the window that were denied, or throttled. */
  denied: number
  throttled: number
  /** What it read, over all of the log that is remembered, the latest read first. */
  versions: VersionReads[]
  /** Where it read from in the window, in order. */
  addresses: string[]
  /** Most reads of the secret from one address within one window of eight hours; null for a key, or where hours are not kept. */
  busiest: number | null
  /** Reads that keeping the secret for eight hours would have saved; null likewise. */
  needless: number | null
}

const versionsSchema = z.array(
  z.object({ version: z.string(), firstReadAt: z.coerce.date(), lastReadAt: z.coerce.date() }),
)

/**
 * Who read this object, or tried to, in the window (`readWindowDays`)? The busiest first. Windows of eight hours begin at
 * 00, 08 and 16 UTC; a key is used and not kept, so it has none.
 */
export async function listObjectReaders(db: Database, scope: Scope, question: ObjectQuestion): Promise<ObjectReader[]> {
  const since = dateOf(question.at, readWindowDays)
  const rows = await db.$queryRaw<(Omit<ObjectReader, 'versions'> & { versions: unknown })[]>(sql`
    with call as materialized (
      select c.*, c.day >= ${since}::date as lately, c.outcome = 'ok' as read
      from (${callsToObject(scope, question)}) c where c.operation = any(${readingOperations})),
    eight_hours as (
      select c.caller_id, sum(h.calls) as reads
      from call c cross join lateral unnest(c.hours) with ordinality h(calls, hour)
      where c.lately and c.read and c.kind = 'secret'
      group by c.caller_id, c.address, c.day, (h.hour - 1) / 8
      having sum(h.calls) > 0),
    version_read as (
      select caller_id, jsonb_agg(
        jsonb_build_object('version', version, 'firstReadAt', first_at, 'lastReadAt', last_at)
        order by last_at desc, version) as versions
      from (
        select caller_id, version, min(first_at) as first_at, max(last_at) as last_at
        from call where read group by caller_id, version) v
      group by caller_id)
    select ${namedCaller}, r.reads, r."lastReadAt", r.denied, r.throttled, r.addresses, coalesce(v.versions, '[]') as versions,
      w.busiest, w.needless
    from (
      select caller_id, coalesce(sum(calls) filter (where read), 0)::int as reads,
        max(last_at) filter (where read) as "lastReadAt",
        coalesce(sum(calls) filter (where outcome = 'denied'), 0)::int as denied,
        coalesce(sum(calls) filter (where outcome = 'throttled'), 0)::int as throttled,
        coalesce(array_agg(distinct address) filter (where read and address <> ''), '{}') as addresses
      from call
      where lately and outcome in ('ok', 'denied', 'throttled')
      group by caller_id) r
    join caller c on c.id = r.caller_id
    left join version_read v on v.caller_id = r.caller_id
    left join (
      select caller_id, max(reads)::int as busiest, sum(reads - 1)::int as needless
      from eight_hours group by caller_id) w on w.caller_id = r.caller_id
    order by r.reads desc, r.denied desc, r.throttled desc, c.name, c.id`)
  return rows.map((row) => ({ ...row, versions: versionsSchema.parse(row.versions) }))
}
