import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { heldAt } from './held-at.ts'
import { subjectWithinScope } from './subject-within-scope.ts'

/** `findings` fail and are accepted; the last day of `ending` of these waivers comes before `endsBefore` (midnight UTC). */
export type WaivedCount = { findings: number; ending: number }

/** How many findings are waived at an instant, and of how many does the waiver end soon? */
export async function countWaived(
  db: Database,
  { scope, at, endsBefore }: { scope: Scope; at: Date; endsBefore: Date },
): Promise<WaivedCount> {
  const [row] = await db.$queryRaw<WaivedCount[]>(sql`
    select count(*)::int as findings, (count(*) filter (where ends_on < ${endsBefore}::date))::int as ending
    from (
      select v.id, max(w.ends_on) as ends_on
      from waiver w
      join verdict v on v.vault_id = w.vault_id and v.rule_id = w.rule_id
        and v.object_id is not distinct from w.object_id and v.status = 'fail'
      where ${heldAt(at, sql`w.valid_from`, sql`w.valid_to`)} and w.valid_to is not null
        and ${heldAt(at, sql`v.valid_from`, sql`v.valid_to`)}
        and ${subjectWithinScope(scope, { vaultId: sql`v.vault_id`, objectId: sql`v.object_id`, at: sql`${at}::timestamptz` })}
      group by v.id) waived`)
  return row ?? { findings: 0, ending: 0 }
}
