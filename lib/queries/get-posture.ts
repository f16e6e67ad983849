import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { Severity } from '#lib/domain/severity.ts'
import { heldAt } from './held-at.ts'
import { type PostureFilter, talliesOf, wholeEstate } from './posture-filter.ts'
import { withinScope } from './within-scope.ts'

export type RuleStanding = {
  ruleId: string
  failing: string
  severity: Severity
  weight: number
  pass: number
  fail: number
  unknown: number
  /** They would fail: somebody accepted them until a date. */
  waived: number
  /** The same at the instant it is compared with. */
  passBefore: number
  failBefore: number
}

/**
 * How many subjects pass, fail, are unknown and are waived under each rule, now and at an earlier instant? Posture and what
 * moved it follow from these.
 */
export function getPosture(
  db: Database,
  {
    scope,
    at,
    comparedAt = at,
    filter = wholeEstate,
  }: { scope: Scope; at: Date; comparedAt?: Date; filter?: PostureFilter },
): Promise<RuleStanding[]> {
  const now = heldAt(at, sql`t.valid_from`, sql`t.valid_to`)
  const before = heldAt(comparedAt, sql`t.valid_from`, sql`t.valid_to`)
  const { joins, where } = talliesOf(filter, at)
  const sum = (column: keyof typeof columns, held = now) =>
    sql`coalesce(sum(${columns[column]}) filter (where ${held}), 0)::int`
  return db.$queryRaw<RuleStanding[]>(sql`
    select r.id as "ruleId", r.failing, r.severity::text as severity, r.weight,
      ${sum('pass')} as pass, ${sum('fail')} as fail, ${sum('unknown')} as unknown, ${sum('waived')} as waived,
      ${sum('pass', before)} as "passBefore", ${sum('fail', before)} as "failBefore"
    from standing_tally t join rule r on r.id = t.rule_id ${joins}
    where (${now} or ${before}) and ${withinScope(scope, sql`t.owner`, sql`t.vault_owner`)} and ${where}
    group by r.id
    order by r.position, r.id`)
}

const columns = { pass: sql`t.pass`, fail: sql`t.fail`, unknown: sql`t.unknown`, waived: sql`t.waived` }
