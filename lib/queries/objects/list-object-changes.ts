import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { ObjectQuestion } from './calls-to-object.ts'
import { objectWithinScope } from './object-within-scope.ts'
import { type ObjectChange, type SeenState, stateChanges } from './state-changes.ts'

/** What changed about this object from snapshot to snapshot, up to an instant? The latest first. */
export async function listObjectChanges(
  db: Database,
  scope: Scope,
  { at, objectId }: ObjectQuestion,
): Promise<ObjectChange[]> {
  const states = await db.$queryRaw<SeenState[]>(sql`
    select s.valid_from as "validFrom", s.valid_to as "validTo", s.enabled, s.not_before_at as "notBeforeAt",
      s.expires_at as "expiresAt", s.created_at as "createdAt", s.content_type as "contentType", s.tags
    from (${objectWithinScope(scope, at)}) i
    join object_state s on s.object_id = i.object_id
    where i.object_id = ${objectId} and s.valid_from <= ${at}
    order by s.valid_from`)
  return stateChanges(states, at)
}
