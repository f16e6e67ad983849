import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { Severity } from '#lib/domain/severity.ts'
import { heldAt } from './held-at.ts'
import { subjectWithinScope } from './subject-within-scope.ts'
import { waivedAt } from './waived-at.ts'

export type RuleAttention = {
  ruleId: string
  /** The rule's bad state, short. */
  failing: string
  /** What it judges: vault, object, secret, key or certificate. */
  subject: string
  severity: Severity
  findings: number
  vaults: number
  /** How many callers are named in the facts of these findings; 0 where the rule names none. */
  callers: number
}

/** What fails at this instant and is not waived, rule by rule: the most severe first, then the most frequent. */
export function listAttention(db: Database, { scope, at }: { scope: Scope; at: Date }): Promise<RuleAttention[]> {
  return db.$queryRaw<RuleAttention[]>(sql`
    with failing as (
      select v.id, v.rule_id, v.vault_id, v.facts from verdict v
      where v.status = 'fail' and ${heldAt(at, sql`v.valid_from`, sql`v.valid_to`)}
        and not ${waivedAt(at, { ruleId: sql`v.rule_id`, vaultId: sql`v.vault_id`, objectId: sql`v.object_id` })}
        and ${subjectWithinScope(scope, { vaultId: sql`v.vault_id`, objectId: sql`v.object_id`, at: sql`${at}::timestamptz` })}),
    callers as (
      select f.rule_id, count(distinct caller)::int as callers
      from failing f cross join lateral jsonb_array_elements_text(f.facts -> 'callers') caller
      where jsonb_typeof(f.facts -> 'callers') = 'array'
      group by f.rule_id)
    select r.id as "ruleId", r.failing, r.subject, r.severity::text as severity,
      count(*)::int as findings, count(distinct f.vault_id)::int as vaults, coalesce(max(c.callers), 0)::int as callers
    from failing f
    join rule r on r.id = f.rule_id
    left join callers c on c.rule_id = f.rule_id
    group by r.id
    order by r.severity, findings desc, r.position, r.id`)
}
