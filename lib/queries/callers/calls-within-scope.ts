// Which calls may a scope see, as of an instant? Conditions over `a`: a row of access_day or of every_access_day.
import { type Sql, sql } from '#lib/db/open-database.ts'
import { readingOperations } from '#lib/domain/reading-operations.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { dateOf } from '../findings/last-read.ts'
import { heldAt } from '../held-at.ts'
import { withinScope } from '../within-scope.ts'

/** A call that handed out or used an object. */
export const isRead = sql`(a.kind is not null and a.outcome = 'ok' and a.operation = any(${readingOperations}))`

/** The condition that a call was made by `at`, in the `days` before it or, without them, ever, and that a scope may see it. */
export function callsWithinScope(scope: Scope, { at, days = null }: { at: Date; days?: number | null }): Sql {
  const since = days === null ? sql`true` : sql`a.day >= ${dateOf(at, days)}::date`
  return sql`${since} and a.day <= ${dateOf(at)}::date and a.last_at <= ${at} and ${callWithinScope(scope, at)}`
}

/**
 * A call to an object belongs to the owner of the object and to that of its vault, as they are at `at`; a call that names no
 * object, or one that is gone, to the owner of the vault alone.
 */
function callWithinScope(scope: Scope, at: Date): Sql {
  if (scope.kind === 'everything') return withinScope(scope)
  const owned = sql`${heldAt(at, sql`own.valid_from`, sql`own.valid_to`)} and ${withinScope(scope, sql`own.owner`)}`
  const vaults = sql`select own.vault_id from vault_state own where ${owned}`
  return sql`
    -- Said first, so that the log of a few vaults is not looked for in the log of all.
    a.vault_id = any(array(${vaults} union select own.vault_id from object_state own where ${owned}))
    and (a.vault_id in (${vaults}) or (a.vault_id, a.kind, a.name_key) in (
      select o.vault_id, o.kind, o.name_key from object_state own join vault_object o on o.id = own.object_id where ${owned}))`
}
