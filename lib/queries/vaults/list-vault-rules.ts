import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { Severity } from '#lib/domain/severity.ts'
import { heldAt } from '../held-at.ts'
import { withinScope } from '../within-scope.ts'

/** How the subjects of one rule in a vault stand. */
export type VaultRule = {
  ruleId: string
  failing: string
  severity: Severity
  weight: number
  pass: number
  fail: number
  unknown: number
  /** They would fail: somebody accepted them until a date. */
  waived: number
  notApplicable: number
}

/** What is the posture of this vault made of? One row per rule that was judged about it, worst severity first. */
export function listVaultRules(
  db: Database,
  scope: Scope,
  { at, vaultId }: { at: Date; vaultId: number },
): Promise<VaultRule[]> {
  return db.$queryRaw<VaultRule[]>(sql`
    select r.id as "ruleId", r.failing, r.severity::text as severity, r.weight, sum(t.pass)::int as pass,
      sum(t.fail)::int as fail, sum(t.unknown)::int as unknown, sum(t.waived)::int as waived,
      sum(t.not_applicable)::int as "notApplicable"
    from standing_tally t join rule r on r.id = t.rule_id
    where t.vault_id = ${vaultId} and ${heldAt(at, sql`t.valid_from`, sql`t.valid_to`)}
      and ${withinScope(scope, sql`t.owner`, sql`t.vault_owner`)}
    group by r.id
    order by r.severity, r.position, r.id`)
}
