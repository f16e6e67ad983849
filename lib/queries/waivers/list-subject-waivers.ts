import type { Database } from '#lib/db/open-database.ts'
import { sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { byState, everyWaiver } from './waiver-filter.ts'
import { type WaiverRow, waiverOrder, waiverRows } from './waiver-rows.ts'

/** Which waivers are there of one subject, and which were there? `key` is o12 for an object, v3 for a vault. */
export function listSubjectWaivers(
  db: Database,
  scope: Scope,
  { at, key, personId }: { at: Date; key: string; personId: string },
): Promise<WaiverRow[]> {
  return db.$queryRaw<WaiverRow[]>(sql`
    select * from (${waiverRows(scope, { at, personId, filter: everyWaiver })}) w
    where key = ${key}
    order by ${waiverOrder(byState)}`)
}
