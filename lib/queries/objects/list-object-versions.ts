import { type Database, sql } from '#lib/db/open-database.ts'
import { readingOperations } from '#lib/domain/reading-operations.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { dateOf, readKinds } from '../findings/last-read.ts'
import { objectWithinScope } from './object-within-scope.ts'

export type ObjectVersionRow = {
  /** Null: its list was not read, and it was seen as the current one of its time. */
  version: string | null
  createdAt: Date
  expiresAt: Date | null
  /** The earliest expiry it was ever seen with, where that is earlier than its expiry now. */
  movedFromAt: Date | null
  enabled: boolean
  /** The latest read that is remembered, however long ago; null when none is. */
  lastReadAt: Date | null
  /** Identities that read it, over all of the log that is remembered. */
  callers: number
}

/**
 * Which versions does this object have, the newest first? Those that were listed and, where the lists have not shown them,
 * those that were seen as the current one since the object was last made or recovered. What belongs to a certificate has
 * the certificate's versions.
 */
export function listObjectVersions(
  db: Database,
  scope: Scope,
  { at, objectId }: { at: Date; objectId: number },
): Promise<ObjectVersionRow[]> {
  return db.$queryRaw<ObjectVersionRow[]>(sql`
    with object as materialized (
      select i.*, coalesce((
        select c.id from vault_object c
        where i.managed is true and i.kind <> 'certificate'
          and c.vault_id = i.vault_id and c.kind = 'certificate' and c.name_key = i.name_key), i.object_id) as listed_id
      from (${objectWithinScope(scope, at)}) i where i.object_id = ${objectId}),
    listed as (
      select v.version, v.created_at, v.expires_at, v.enabled, (
          select min(e.expires_at) from object_version e
          where e.object_id = v.object_id and e.version = v.version and e.valid_from <= o.seen_at) as earliest
      from object o
      join object_version v on v.object_id = o.listed_id
        and v.valid_from <= o.seen_at and (v.valid_to is null or v.valid_to > o.seen_at)),
    life as (
      select s.*, max(s.begins) over () as begins_at
      from object o
      cross join lateral (
        select h.valid_from, h.created_at, h.expires_at, h.enabled, h.earliest_expires_at as earliest,
          case when lag(h.valid_to) over (order by h.valid_from) is distinct from h.valid_from then h.valid_from end as begins
        from object_state h where h.object_id = o.object_id and h.valid_from <= o.seen_at) s),
    sighted as (
      select distinct on (created_at) created_at, expires_at, enabled, earliest
      from life where valid_from >= begins_at order by created_at, valid_from desc),
    reads as (
      select lower(a.version) as version, max(a.last_at) as last_at, count(distinct a.caller_id)::int as callers
      from object o
      join access_day a on a.vault_id = o.vault_id and a.kind = any(${readKinds(sql`o.kind`)}) and a.name_key = o.name_key
      where a.day <= ${dateOf(at)}::date and a.last_at <= ${at} and a.outcome = 'ok' and a.operation = any(${readingOperations})
        and a.version <> ''
      group by 1)
    select v.version, v.created_at as "createdAt", v.expires_at as "expiresAt", v.enabled,
      case when least(v.earliest, s.earliest) < v.expires_at then least(v.earliest, s.earliest) end as "movedFromAt",
      r.last_at as "lastReadAt", coalesce(r.callers, 0) as callers
    from listed v
    left join sighted s on s.created_at = v.created_at
    left join reads r on r.version = lower(v.version)
    union all
    select null, s.created_at, s.expires_at, s.enabled, case when s.earliest < s.expires_at then s.earliest end, null, 0
    from sighted s
    where not exists (select from listed v where v.created_at = s.created_at)
      -- The certificate's list is the better one: its secret may be dated a moment later.
      and not exists (select from object o, listed v where o.listed_id <> o.object_id)
    order by "createdAt" desc, version`)
}
