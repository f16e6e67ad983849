import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { Severity } from '#lib/domain/severity.ts'
import { heldAt } from './held-at.ts'
import { withinScope } from './within-scope.ts'

export type RuleStanding = {
  ruleId: string
  failing: string
  severity: Severity
  weight: number
  pass: number
  fail: number
  unknown: number
  /** The same at the instant it is compared with. */
  passBefore: number
  failBefore: number
}

/** How many subjects pass and fail each rule, now and at an earlier instant? Posture and what moved it follow from these. */
export function getPosture(
  db: Database,
  { scope, at, comparedAt }: { scope: Scope; at: Date; comparedAt: Date },
): Promise<RuleStanding[]> {
  const now = heldAt(at, sql`t.valid_from`, sql`t.valid_to`)
  const before = heldAt(comparedAt, sql`t.valid_from`, sql`t.valid_to`)
  const sum = (column: 'pass' | 'fail' | 'unknown', held = now) =>
    sql`coalesce(sum(t.${{ pass: sql`pass`, fail: sql`fail`, unknown: sql`unknown` }[column]}) filter (where ${held}), 0)::int`
  return db.$queryRaw<RuleStanding[]>(sql`
    select r.id as "ruleId", r.failing, r.severity::text as severity, r.weight,
      ${sum('pass')} as pass, ${sum('fail')} as fail, ${sum('unknown')} as unknown,
      ${sum('pass', before)} as "passBefore", ${sum('fail', before)} as "failBefore"
    from tally t join rule r on r.id = t.rule_id
    where (${now} or ${before}) and ${withinScope(scope, sql`t.owner`, sql`t.vault_owner`)}
    group by r.id
    order by r.position, r.id`)
}
