// One row per caller with everything the list of callers says of it, over the 30 days before an instant.
import { type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { dateOf, readWindowDays } from '../findings/last-read.ts'
import { cacheWindows } from './cache-windows.ts'
import { callsWithinScope, isRead } from './calls-within-scope.ts'
import { type NamedCaller, namedCaller } from './named-caller.ts'
import { versionSpans } from './version-spans.ts'

/** Figures are over calls to what the scope may see, in the 30 days before the instant unless it says otherwise. */
export type CallerRow = NamedCaller & {
  callerId: number
  applicationId: string | null
  /** Objects it read, and vaults it called at all. */
  objects: number
  vaults: number
  reads: number
  /** Days on which it read anything. */
  readDays: number
  denied: number
  throttled: number
  /** Those the log names. */
  addresses: number
  /** Objects of which it names an older version: see followingOf. */
  oldVersions: number
  /** Reads that keeping each secret for eight hours would have saved, in the last 7 days. */
  needless: number
  /** Windows of eight hours with more reads of one secret from one address than are allowed, in the last 7 days. */
  busyWindows: number
  /** The first call in the log as far as it was ever read. */
  firstAt: Date
  lastAt: Date
}

export type CallersAsked = {
  at: Date
  /** How many reads of one secret from one address an eight-hour window may have. */
  readsPerWindow: number
  /** For so long after a newer version was made, a read of an older one says nothing. */
  graceDays: number
  /** Part of the name of a vault. */
  vault?: string | null
  callerId?: number | null
}

/** A subquery with the columns of `CallerRow`. */
export function callerRows(
  scope: Scope,
  { at, readsPerWindow, graceDays, vault = null, callerId = null }: CallersAsked,
): Sql {
  const wanted = sql`${callerId === null ? sql`true` : sql`a.caller_id = ${callerId}`} and ${
    vault === null
      ? sql`true`
      : sql`a.vault_id = any(array(select id from vault where position(${vault.toLowerCase()} in lower(name)) > 0))`
  }`
  return sql`
    with touched as materialized (
      select a.caller_id, a.vault_id, a.kind, a.name_key, a.version, a.address,
        sum(a.calls) filter (where ${isRead}) as reads,
        sum(a.calls) filter (where a.outcome = 'denied') as denied,
        sum(a.calls) filter (where a.outcome = 'throttled') as throttled,
        -- A bit for each day: days of several objects are not added up but laid over each other.
        bit_or(1::bigint << (a.day - ${dateOf(at, readWindowDays)}::date)) filter (where ${isRead}) as days,
        min(a.first_at) filter (where ${isRead}) as read_first_at, max(a.last_at) filter (where ${isRead}) as read_last_at,
        min(a.first_at) as first_at, max(a.last_at) as last_at
      from every_access_day a
      where ${callsWithinScope(scope, { at, days: readWindowDays })} and ${wanted}
      group by a.caller_id, a.vault_id, a.kind, a.name_key, a.version, a.address),
    by_object as (
      select caller_id, vault_id, kind, name_key, sum(reads) as reads, sum(denied) as denied, sum(throttled) as throttled,
        bit_or(days) as days, max(last_at) as last_at, min(first_at) as first_at
      from touched group by caller_id, vault_id, kind, name_key),
    by_caller as (
      select caller_id, (count(*) filter (where reads > 0))::int as objects, count(distinct vault_id)::int as vaults,
        coalesce(sum(reads), 0)::int as reads, coalesce(bit_count(bit_or(days)::bit(64)), 0)::int as read_days,
        coalesce(sum(denied), 0)::int as denied, coalesce(sum(throttled), 0)::int as throttled,
        max(last_at) as last_at, min(first_at) as first_at
      from by_object group by caller_id),
    pinned as (
      select caller_id, count(distinct (vault_id, kind, name_key))::int as objects
      from (
        select t.caller_id, t.vault_id, t.kind, t.name_key, t.read_last_at, span.newer_at,
          min(t.read_first_at) over (
            partition by t.caller_id, t.vault_id, t.kind, t.name_key order by span.created_at desc
            groups between unbounded preceding and 1 preceding) as newer_read_at
        from touched t
        join (${versionSpans(at)}) span on span.vault_id = t.vault_id and span.kind = t.kind
          and span.name_key = t.name_key and span.version = lower(t.version)
        where t.reads > 0) v
      -- As lib/domain/following.ts has it, over the window; said again because the list is filtered by it.
      where newer_at is not null and (read_last_at > newer_at + ${graceDays} * interval '1 day' or read_last_at > newer_read_at)
      group by caller_id),
    by_address as (
      select caller_id, count(*)::int as addresses
      from (select distinct caller_id, address from touched where address <> '') t group by caller_id),
    caching as (
      select caller_id, sum(needless)::int as needless, sum(busy)::int as busy
      from (${cacheWindows(scope, { at, readsPerWindow, wanted })}) w group by caller_id)
    select c.id as "callerId", ${namedCaller}, c.application_id as "applicationId",
      b.objects, b.vaults, b.reads, b.read_days as "readDays", b.denied, b.throttled,
      coalesce(d.addresses, 0) as addresses, coalesce(p.objects, 0) as "oldVersions", coalesce(k.needless, 0) as needless,
      coalesce(k.busy, 0) as "busyWindows", ${firstSeen(scope, { at, wanted: vault === null ? null : wanted })} as "firstAt",
      b.last_at as "lastAt"
    from by_caller b
    join caller c on c.id = b.caller_id
    left join by_address d on d.caller_id = b.caller_id
    left join pinned p on p.caller_id = b.caller_id
    left join caching k on k.caller_id = b.caller_id`
}

/** Whoever sees everything sees what is remembered of the caller; others only what its calls to their own things say. */
function firstSeen(scope: Scope, { at, wanted }: { at: Date; wanted: Sql | null }): Sql {
  if (scope.kind === 'everything' && wanted === null) return sql`least(c.seen_first_at, b.first_at)`
  return sql`(
    select min(a.first_at) from every_access_day a
    where a.caller_id = c.id and ${callsWithinScope(scope, { at })} and ${wanted ?? sql`true`})`
}
