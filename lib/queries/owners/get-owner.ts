import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type OwnerRow, type OwnersAsked, ownerRows } from './owner-rows.ts'

/**
 * How does one owner stand: a name, `none` for what nobody owns, or null for all that the scope holds? Null when there is
 * no object and no vault of theirs, or none that the scope may see as theirs.
 */
export async function getOwner(
  db: Database,
  scope: Scope,
  asked: Pick<OwnersAsked, 'at' | 'comparedAt' | 'expiring'> & { owner: string | null },
): Promise<OwnerRow | null> {
  const [row] = await db.$queryRaw<OwnerRow[]>(sql`
    select * from (${ownerRows(scope, { ...asked, rows: 'together' })}) o`)
  return row ?? null
}
