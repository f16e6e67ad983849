import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { standingObjects } from './standing-objects.ts'

/** How many objects may a scope see at an instant, those behind a certificate not counted? */
export async function countObjects(db: Database, { scope, at }: { scope: Scope; at: Date }): Promise<number> {
  const [row] = await db.$queryRaw<{ objects: number }[]>(sql`
    select count(*)::int as objects from (${standingObjects(scope, at)}) o`)
  return row?.objects ?? 0
}
