import { type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from '../held-at.ts'
import { withinScope } from '../within-scope.ts'

/**
 * The condition that a vault may be seen at an instant: it is the person's own, or something in it is. `owner` is the
 * column with the vault's owner. Whoever is let in by an object sees that object and nothing about the vault itself.
 */
export function vaultWithinScope(scope: Scope, { vaultId, owner, at }: { vaultId: Sql; owner: Sql; at: Date }): Sql {
  if (scope.kind === 'everything') return withinScope(scope)
  return sql`(${withinScope(scope, owner)} or exists (
    select from object_state own
    where own.vault_id = ${vaultId} and ${heldAt(at, sql`own.valid_from`, sql`own.valid_to`)}
      and ${withinScope(scope, sql`own.owner`)}))`
}
