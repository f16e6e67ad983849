import { type Database, sql } from '#lib/db/open-database.ts'
import { holdsAt } from './held-between.ts'

/** What judged at the second instant that did not at the first, or the other way round. */
export type OtherJudging = {
  added: { ruleId: string; failing: string }[]
  retired: { ruleId: string; failing: string }[]
  policyChanged: boolean
}

/**
 * Were the two instants judged by the same rules and thresholds? Where not, a finding may be opened or closed though
 * nothing about its subject changed.
 */
export async function getOtherJudging(db: Database, { from, to }: { from: Date; to: Date }): Promise<OtherJudging> {
  const [[row], rules] = await Promise.all([
    db.$queryRaw<[{ policyChanged: boolean }]>(sql`
      select count(distinct policy_version_id) > 1 as "policyChanged" from snapshot where captured_at in (${from}, ${to})`),
    db.$queryRaw<{ ruleId: string; failing: string; added: boolean }[]>(sql`
      select r.id as "ruleId", r.failing, coalesce(r.added_at > ${from}, false) as added
      from rule r
      where (r.added_at > ${from} and r.added_at <= ${to} and not r.retired)
        or (r.retired and exists (select from tally t where t.rule_id = r.id and ${holdsAt(from, sql`t`)})
          and not exists (select from tally t where t.rule_id = r.id and ${holdsAt(to, sql`t`)}))
      order by r.position, r.id`),
  ])
  const named = (added: boolean) =>
    rules.filter((rule) => rule.added === added).map(({ ruleId, failing }) => ({ ruleId, failing }))
  return { added: named(true), retired: named(false), policyChanged: row.policyChanged }
}
