// Objects that came, went, came back, or are not as they were. Each is a subquery with the columns of a change.
import { emptySql, type Sql, sql } from '#lib/db/open-database.ts'
import { type Between, begunBetween, endedBetween, holdsAt } from './held-between.ts'

/**
 * A subquery, one row per object whose state at `to` is not the one it had at `from`: `a_…` is how it was, `b_…` how it
 * is. `a_id` is null where it did not exist at `from`, `b_id` where it does not at `to`.
 */
export const objectPairs = (between: Between): Sql => sql`
  select coalesce(a.object_id, b.object_id) as object_id, coalesce(a.vault_id, b.vault_id) as vault_id,
    a.id as a_id, a.created_at as a_created, a.expires_at as a_expires, a.enabled as a_enabled,
    a.not_before_at as a_not_before, a.content_type as a_content, a.tags as a_tags,
    b.id as b_id, b.created_at as b_created, b.expires_at as b_expires, b.enabled as b_enabled,
    b.not_before_at as b_not_before, b.content_type as b_content, b.tags as b_tags
  from (select * from object_state s where ${endedBetween(between, sql`s`)}) a
  full join (select * from object_state s where ${begunBetween(between, sql`s`)}) b on b.object_id = a.object_id`

const change = (kind: string, changedAt: Sql, detail: Sql) => sql`
  select ${kind} as change, p.vault_id, p.object_id, null::text as rule_id, null::text as part,
    ${changedAt} as changed_at, ${detail} as detail
  from object_pair p`

/** When the state at `to` was first seen with what `same` compares, after `from`. */
const firstSeen = ({ from, to }: Between, same: Sql = emptySql) => sql`(
  select min(h.valid_from) from object_state h
  where h.object_id = p.object_id and h.valid_from > ${from} and h.valid_from <= ${to} ${same})`

const seenBefore = ({ from }: Between) => sql`exists (
  select from object_state h where h.object_id = p.object_id and h.valid_from <= ${from})`

/**
 * There at `to`, and never before `from`. `unproven`: its list could not be wholly read at `from`, so that it may have
 * been there unseen.
 */
export const newObjects = (between: Between): Sql => sql`
  ${change(
    'new',
    firstSeen(between),
    sql`jsonb_build_object('unproven', exists (
      select from observation l
      where l.vault_id = p.vault_id and l.part = i.kind || 's' and ${holdsAt(between.from, sql`l`)}
        and (l.status = 'not' or l.missing = 'items')))`,
  )}
  join vault_object i on i.id = p.object_id
  where p.a_id is null and not ${seenBefore(between)}`

/** There at `to`, not at `from`, and known from before: it had been gone. */
export const recoveredObjects = (between: Between): Sql => sql`
  ${change('recovered', firstSeen(between), sql`'{}'::jsonb`)}
  where p.a_id is null and ${seenBefore(between)}`

/** There at `from`, not at `to`. Says when Azure purges it while it is listed among what is deleted. */
export const goneObjects = (between: Between): Sql => sql`
  ${change(
    'gone',
    sql`(select max(h.valid_to) from object_state h where h.object_id = p.object_id and h.valid_to <= ${between.to})`,
    sql`jsonb_build_object('withVault', not v.stands_after, 'deletedAt', d.deleted_at, 'purgeAt', d.scheduled_purge_at)`,
  )}
  join vault_object i on i.id = p.object_id
  join vault_pair v on v.vault_id = p.vault_id
  left join lateral (
    select d.deleted_at, d.scheduled_purge_at from deleted_object d
    where d.vault_id = p.vault_id and d.kind = i.kind and d.name_key = i.name_key and ${holdsAt(between.to, sql`d`)}
    order by d.deleted_at desc limit 1) d on true
  where p.b_id is null`

/** There at both, with another current version: it was made at another instant. */
export const rotatedObjects = (between: Between): Sql => sql`
  ${change(
    'rotated',
    firstSeen(between, sql`and h.created_at = p.b_created`),
    sql`jsonb_build_object('fields', jsonb_build_array(
        jsonb_build_object('field', 'version', 'before', p.a_created, 'after', p.b_created))
      || case when p.a_expires is distinct from p.b_expires then jsonb_build_array(
        jsonb_build_object('field', 'expires', 'before', p.a_expires, 'after', p.b_expires)) else '[]' end)`,
  )}
  where p.a_created <> p.b_created`

/** The same version, with a later expiry. */
export const extendedObjects = (between: Between): Sql => sql`
  ${change(
    'extended',
    firstSeen(between, sql`and h.created_at = p.b_created and h.expires_at = p.b_expires`),
    sql`jsonb_build_object('fields', jsonb_build_array(
      jsonb_build_object('field', 'expires', 'before', p.a_expires, 'after', p.b_expires)))`,
  )}
  where p.a_created = p.b_created and p.b_expires > p.a_expires`

/**
 * The same version with other attributes: switched on or off, another start, an expiry that is earlier, added or taken
 * away, another content type, other tags (by name: their order means nothing). When is that of the last such edit.
 */
export const editedObjects = (between: Between): Sql => sql`
  ${change(
    'edited',
    firstSeen(
      between,
      sql`and h.created_at = p.b_created and h.enabled = p.b_enabled and h.tags = p.b_tags
        and h.not_before_at is not distinct from p.b_not_before and h.expires_at is not distinct from p.b_expires
        and h.content_type is not distinct from p.b_content`,
    ),
    sql`jsonb_build_object('fields', f.fields)`,
  )}
  cross join lateral (
    select jsonb_agg(
      jsonb_build_object('field', field, 'name', name, 'before', before, 'after', after) order by place, name) as fields
    from (
      values (1, 'enabled', null::text, to_jsonb(p.a_enabled), to_jsonb(p.b_enabled)),
        (2, 'not-before', null, to_jsonb(p.a_not_before), to_jsonb(p.b_not_before)),
        (3, 'expires', null, to_jsonb(p.a_expires), case when p.b_expires > p.a_expires then to_jsonb(p.a_expires) else to_jsonb(p.b_expires) end),
        (4, 'content-type', null, to_jsonb(p.a_content), to_jsonb(p.b_content))
      union all
      select 5, 'tag', t.name, p.a_tags -> t.name, p.b_tags -> t.name
      from (select jsonb_object_keys(p.a_tags) union select jsonb_object_keys(p.b_tags)) t(name)
    ) f(place, field, name, before, after)
    where before is distinct from after) f
  where p.a_created = p.b_created and f.fields is not null`
