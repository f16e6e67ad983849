import { type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { dateOf, readKinds } from '../findings/last-read.ts'
import { objectWithinScope } from './object-within-scope.ts'

export type ObjectQuestion = { at: Date; objectId: number }

/**
 * A subquery: the remembered calls to one object up to an instant, whatever became of them, if the scope may see it. A
 * certificate is used through the secret and key behind it.
 */
export function callsToObject(scope: Scope, { at, objectId }: ObjectQuestion): Sql {
  return sql`
    select a.*, i.kind as object_kind
    from (${objectWithinScope(scope, at)}) i
    join access_day a on a.vault_id = i.vault_id and a.kind = any(${readKinds(sql`i.kind`)}) and a.name_key = i.name_key
    where i.object_id = ${objectId} and a.day <= ${dateOf(at)}::date and a.last_at <= ${at}`
}
