import { type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { type FindingQuestion, findingSubjects, wantedVerdicts } from '../findings/finding-subjects.ts'

/**
 * A subquery: (vault_id, object_id, rule_id), the findings behind the rows of a question, whatever status it asks for: those
 * that could be waived, or those that are.
 */
export function waivableFindings(scope: Scope, question: FindingQuestion, status: 'fail' | 'waived' = 'fail'): Sql {
  const asked = { ...question, filter: { ...question.filter, status } }
  return sql`
    select d.vault_id, d.object_id, d.rule_id
    from (${findingSubjects(scope, asked)}) s
    join verdict d on d.vault_id = s.vault_id and coalesce(d.object_id, 0) = coalesce(s.object_id, 0)
    join rule r on r.id = d.rule_id
    where ${wantedVerdicts(asked)}`
}
