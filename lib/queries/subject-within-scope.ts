import { type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { withinScope } from './within-scope.ts'

/**
 * The condition that keeps verdicts whose subject a scope may see: its object or its vault named the person as owner at
 * `at`. For rows that carry no owner of their own; `at` may be a column, since a finding of June belongs to June's owner.
 */
export function subjectWithinScope(
  scope: Scope,
  { vaultId, objectId, at }: { vaultId: Sql; objectId: Sql; at: Sql },
): Sql {
  if (scope.kind === 'everything') return withinScope(scope)
  const held = sql`valid_from <= ${at} and (valid_to is null or valid_to > ${at})`
  return sql`(
    exists (select from vault_state own where own.vault_id = ${vaultId} and ${held} and ${withinScope(scope, sql`own.owner`)})
    or exists (select from object_state own where own.object_id = ${objectId} and ${held} and ${withinScope(scope, sql`own.owner`)}))`
}
