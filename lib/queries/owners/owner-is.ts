import { type Sql, sql } from '#lib/db/open-database.ts'
import { none } from '../findings/finding-filter.ts'

/**
 * The condition that a column names this owner: a name as it is remembered, `none` for nobody, or null for whomever. The
 * column is that of the subject's owner: the one it names itself, or else that of its vault.
 */
export function ownerIs(owner: string | null, column: Sql): Sql {
  if (owner === null) return sql`true`
  return owner === none ? sql`${column} is null` : sql`${column} = ${owner}`
}
