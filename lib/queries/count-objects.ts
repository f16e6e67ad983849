import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { standingObjects } from './standing-objects.ts'

/** `withoutOwner`: neither the object nor its vault, resource group or subscription names anybody. */
export type ObjectCount = { objects: number; withoutOwner: number }

/** How many objects may a scope see at an instant, those behind a certificate not counted, and how many have no owner? */
export async function countObjects(db: Database, { scope, at }: { scope: Scope; at: Date }): Promise<ObjectCount> {
  const [row] = await db.$queryRaw<ObjectCount[]>(sql`
    select count(*)::int as objects, (count(*) filter (where o.owner is null))::int as "withoutOwner"
    from (${standingObjects(scope, at)}) o`)
  return row ?? { objects: 0, withoutOwner: 0 }
}
