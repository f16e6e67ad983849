// What does one caller read, and which versions of it?
import { z } from 'zod'
import { joinSql, type Database, type Sql, sql } from '#lib/db/open-database.ts'
import { type Following, followingOf } from '#lib/domain/following.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { objectKinds } from '#lib/domain/vault-object.ts'
import { dateOf, readWindowDays } from '../findings/last-read.ts'
import { heldAt } from '../held-at.ts'
import { cacheWindows } from './cache-windows.ts'
import { callsWithinScope, isRead } from './calls-within-scope.ts'
import { versionSpans } from './version-spans.ts'

const found = z.object({
  vault: z.string(),
  kind: z.enum(objectKinds),
  name: z.string(),
  /** In the inventory at that instant. */
  stands: z.boolean(),
  /** Over the 30 days, as are the days. */
  reads: z.int(),
  readDays: z.int(),
  lastReadAt: z.date(),
  /** What it read over all of the log that is remembered, the latest read first; when each was made, null: not listed. */
  versions: z.array(
    z.object({
      version: z.string(),
      firstReadAt: z.coerce.date(),
      lastReadAt: z.coerce.date(),
      createdAt: z.coerce.date().nullable(),
    }),
  ),
  made: z.array(z.object({ version: z.string(), createdAt: z.coerce.date() })),
  /** Of a secret, over the last 7 days; null for what is not cached, or when nothing was read with its hours known. */
  caching: z.object({ reads: z.int(), needless: z.int(), most: z.int() }).nullable(),
  total: z.int(),
})

export type CallerReadRow = Omit<z.infer<typeof found>, 'made' | 'total'> & { following: Following }

export const callerReadSorts = ['reads', 'name', 'vault', 'last', 'most', 'needless'] as const

export type CallerReadSort = (typeof callerReadSorts)[number]

export type CallerReadsQuestion = {
  at: Date
  callerId: number
  readsPerWindow: number
  /** See followingOf. */
  graceDays: number
  sort: CallerReadSort
  direction: 'asc' | 'desc'
  /** From 1. */
  page: number
  pageSize: number
}

/** One page of what a caller read in the 30 days before an instant; `total` is 0 on a page past the end. */
export async function listCallerReads(
  db: Database,
  scope: Scope,
  { at, callerId, readsPerWindow, graceDays, sort, direction, page, pageSize }: CallerReadsQuestion,
): Promise<{ rows: CallerReadRow[]; total: number }> {
  const wanted = sql`a.caller_id = ${callerId}`
  const since = dateOf(at, readWindowDays)
  const same = (one: Sql, other: Sql) =>
    sql`${one}.vault_id = ${other}.vault_id and ${one}.kind = ${other}.kind and ${one}.name_key = ${other}.name_key`
  const rows = await db.$queryRaw<unknown[]>(sql`
    with read as materialized (
      select a.* from access_day a where ${wanted} and ${callsWithinScope(scope, { at })} and ${isRead}),
    by_object as (
      select vault_id, kind, name_key, sum(calls)::int as reads, count(distinct day)::int as days, max(last_at) as last_at
      from read where day >= ${since}::date group by vault_id, kind, name_key),
    spans as materialized (
      select v.* from (${versionSpans(at)}) v
      where (v.vault_id, v.kind, v.name_key) in (select vault_id, kind, name_key from by_object)),
    by_version as (
      select vault_id, kind, name_key, version, min(first_at) as first_at, max(last_at) as last_at
      from read group by vault_id, kind, name_key, version)
    select v.name as vault, b.kind::text as kind, coalesce(o.name, b.name_key) as name, os.id is not null as stands, b.reads,
      b.days as "readDays", b.last_at as "lastReadAt", (
        select jsonb_agg(
          jsonb_build_object('version', r.version, 'firstReadAt', r.first_at, 'lastReadAt', r.last_at, 'createdAt', s.created_at)
          order by r.last_at desc, s.created_at desc nulls last, r.version)
        from by_version r
        left join spans s on ${same(sql`s`, sql`r`)} and s.version = lower(r.version)
        where ${same(sql`r`, sql`b`)}) as versions,
      coalesce((
        select jsonb_agg(jsonb_build_object('version', s.version, 'createdAt', s.created_at))
        from spans s where ${same(sql`s`, sql`b`)}), '[]') as made,
      case when w.vault_id is not null
        then jsonb_build_object('reads', w.reads, 'needless', w.needless, 'most', w.most) end as caching,
      (count(*) over ())::int as total
    from by_object b
    join vault v on v.id = b.vault_id
    left join vault_object o on o.vault_id = b.vault_id and o.kind = b.kind and o.name_key = b.name_key
    left join object_state os on os.object_id = o.id and ${heldAt(at, sql`os.valid_from`, sql`os.valid_to`)}
    left join (${cacheWindows(scope, { at, readsPerWindow, wanted })}) w
      on w.vault_id = b.vault_id and w.name_key = b.name_key and b.kind = 'secret'
    order by ${orderOf(sort, direction)}
    limit ${pageSize} offset ${(page - 1) * pageSize}`)
  const all = rows.map((row) => found.parse(row))
  const sinceAt = new Date(at.getTime() - readWindowDays * 86_400_000)
  return {
    rows: all.map(({ made, total: _, ...row }) => ({
      ...row,
      following: followingOf(row.versions, made, { since: sinceAt, graceDays }),
    })),
    total: all[0]?.total ?? 0,
  }
}

function orderOf(sort: CallerReadSort, direction: 'asc' | 'desc'): Sql {
  const columns: Record<CallerReadSort, Sql> = {
    reads: sql`b.reads`,
    name: sql`b.name_key collate "C"`,
    vault: sql`lower(v.name) collate "C"`,
    last: sql`b.last_at`,
    most: sql`w.most`,
    needless: sql`w.needless`,
  }
  const way = direction === 'asc' ? sql`asc nulls last` : sql`desc nulls last`
  return joinSql([sql`${columns[sort]} ${way}`, columns.vault, columns.name, sql`b.kind`, sql`b.vault_id`], ', ')
}
