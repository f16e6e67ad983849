import { type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from './held-at.ts'
import { withinScope } from './within-scope.ts'

/**
 * A subquery: the objects a scope may see at an instant that stand on their own, with their state. The secret and the key
 * behind a certificate are left out: one problem is one line, and the certificate is it.
 */
export function standingObjects(scope: Scope, at: Date): Sql {
  return sql`
    select i.id as object_id, i.vault_id, i.kind, i.name, i.name_key, s.enabled, s.expires_at, s.created_at, s.managed,
      s.tags, s.valid_from as since, coalesce(s.owner, v.owner) as owner, v.id as vault_state_id
    from object_state s
    join vault_object i on i.id = s.object_id
    left join vault_state v on v.vault_id = s.vault_id and ${heldAt(at, sql`v.valid_from`, sql`v.valid_to`)}
    where ${heldAt(at, sql`s.valid_from`, sql`s.valid_to`)}
      and (i.kind = 'certificate' or s.managed is distinct from true)
      and ${withinScope(scope, sql`s.owner`, sql`v.owner`)}`
}
