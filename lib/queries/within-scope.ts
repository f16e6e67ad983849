import { joinSql, type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'

/**
 * The condition that keeps what a scope may see. `owners` are the columns that name an owner of the row: the subject's
 * own and its vault's; the row is visible when either names the person. Every query over rows of the estate ends in this.
 */
export function withinScope(scope: Scope, ...owners: Sql[]): Sql {
  if (scope.kind === 'everything') return sql`true`
  const mine = [...scope.owners]
  return sql`(${joinSql(
    owners.map((owner) => sql`${owner} = any(${mine})`),
    ' or ',
  )})`
}
