import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { Severity } from '#lib/domain/severity.ts'
import { type FindingQuestion, findingSubjects, isWaived, wantedVerdicts } from './finding-subjects.ts'

export type RuleGroup = {
  ruleId: string
  failing: string
  area: string
  severity: Severity
  /** Failing and undecided subjects among the rows of the list, and the vaults they are in. */
  failingSubjects: number
  unknownSubjects: number
  /** Subjects that fail it and are waived, all other filters being the same; they are not among the failing ones. */
  waivedSubjects: number
  vaults: number
  failingSince: Date | null
}

/** Which rules stand behind the rows of a filter? The most severe first, then the most frequent. */
export function listFindingsByRule(db: Database, scope: Scope, question: FindingQuestion): Promise<RuleGroup[]> {
  const waived = { ...question, filter: { ...question.filter, status: 'waived' as const } }
  return db.$queryRaw<RuleGroup[]>(sql`
    select r.id as "ruleId", r.failing, r.area, r.severity::text as severity,
      count(*) filter (where d.status = 'fail' and not ${isWaived(question)})::int as "failingSubjects",
      count(*) filter (where d.status = 'unknown')::int as "unknownSubjects",
      coalesce(max(w.subjects), 0)::int as "waivedSubjects",
      count(distinct s.vault_id)::int as vaults, min(d.failing_since) as "failingSince"
    from (${findingSubjects(scope, question)}) s
    join verdict d on d.vault_id = s.vault_id and coalesce(d.object_id, 0) = coalesce(s.object_id, 0)
    join rule r on r.id = d.rule_id
    left join (
      select r.id as rule_id, count(*) as subjects
      from (${findingSubjects(scope, waived)}) s
      join verdict d on d.vault_id = s.vault_id and coalesce(d.object_id, 0) = coalesce(s.object_id, 0)
      join rule r on r.id = d.rule_id
      where ${wantedVerdicts(waived)}
      group by r.id) w on w.rule_id = r.id
    where ${wantedVerdicts(question)}
    group by r.id
    order by r.severity, count(*) desc, r.position, r.id`)
}
