import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { everyWaiver } from './waiver-filter.ts'
import { waiverRows } from './waiver-rows.ts'

export type WaiverChoices = { rules: { id: string; failing: string }[]; vaults: string[]; owners: string[] }

/** What can the list of waivers be filtered by? Only what some waiver is about. */
export async function listWaiverChoices(
  db: Database,
  scope: Scope,
  { at, personId }: { at: Date; personId: string },
): Promise<WaiverChoices> {
  const [found] = await db.$queryRaw<[WaiverChoices]>(sql`
    with seen as materialized (${waiverRows(scope, { at, personId, filter: everyWaiver })})
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', "ruleId", 'failing', failing) order by failing), '[]')
        from (select distinct "ruleId", coalesce(failing, "ruleId") as failing from seen) r) as rules,
      (select coalesce(jsonb_agg(name order by name), '[]') from (select distinct "vaultName" as name from seen) v) as vaults,
      (select coalesce(jsonb_agg(owner order by owner), '[]')
        from (select distinct owner from seen where owner is not null) o) as owners`)
  return found
}
