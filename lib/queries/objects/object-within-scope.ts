import { type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from '../held-at.ts'
import { withinScope } from '../within-scope.ts'

/**
 * A subquery: objects a scope may see at an instant, as they are or, when they are gone, as they were last seen; one row
 * each. `gone_at` is the first snapshot that no longer found it; `seen_at` the instant to read everything else of it at:
 * `at`, or the last one at which it was there. `state_id` and `vault_state_id` name its states then. Every query about one
 * object begins here, so that none can tell more than its page.
 */
export function objectWithinScope(scope: Scope, at: Date): Sql {
  return sql`
    select o.id as object_id, o.vault_id, o.kind, o.name, o.name_key, o.seen_first_at, s.id as state_id, s.managed,
      vs.id as vault_state_id, s.owner as own_owner, vs.owner as vault_owner, s.gone_at,
      coalesce(s.gone_at - interval '1 millisecond', ${at}::timestamptz) as seen_at
    from vault_object o
    cross join lateral (
      select h.*, case when h.valid_to <= ${at} then h.valid_to end as gone_at
      from object_state h where h.object_id = o.id and h.valid_from <= ${at}
      order by h.valid_from desc limit 1) s
    left join lateral (
      select * from vault_state h
      where h.vault_id = o.vault_id and h.valid_from <= ${at}
        -- A vault that is gone with what was in it is known as it was.
        and (s.gone_at is not null or ${heldAt(at, sql`h.valid_from`, sql`h.valid_to`)})
      order by h.valid_from desc limit 1) vs on true
    where ${withinScope(scope, sql`s.owner`, sql`vs.owner`)}`
}
