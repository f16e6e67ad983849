import { type Sql, sql } from '#lib/db/open-database.ts'
import { readKinds } from '../findings/last-read.ts'
import { heldAt } from '../held-at.ts'

/**
 * A subquery: every version that is listed at an instant, its id in lower case, with `newer_at`, when the next one was made;
 * null for the current one, and for several made in one second. What belongs to a certificate has its versions.
 */
export function versionSpans(at: Date): Sql {
  return sql`
    select v.*, min(v.created_at) over (
      partition by v.vault_id, v.kind, v.name_key order by v.created_at groups between 1 following and unbounded following) as newer_at
    from (
      select o.vault_id, through.kind, o.name_key, lower(ov.version) as version, min(ov.created_at) as created_at
      from object_version ov
      join vault_object o on o.id = ov.object_id
      cross join lateral unnest(${readKinds(sql`o.kind`)}) as through(kind)
      where ${heldAt(at, sql`ov.valid_from`, sql`ov.valid_to`)}
      group by o.vault_id, through.kind, o.name_key, lower(ov.version)) v`
}
