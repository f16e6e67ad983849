import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { standingObjects } from './standing-objects.ts'

/** How many enabled objects expire on the days `[fromOn, toOn)`? Dates are UTC midnights. */
export async function countExpiring(
  db: Database,
  { scope, at, fromOn, toOn }: { scope: Scope; at: Date; fromOn: Date; toOn: Date },
): Promise<number> {
  const [row] = await db.$queryRaw<{ objects: number }[]>(sql`
    select count(*)::int as objects from (${standingObjects(scope, at)}) o
    where o.expires_at >= ${fromOn} and o.expires_at < ${toOn} and o.enabled`)
  return row?.objects ?? 0
}
