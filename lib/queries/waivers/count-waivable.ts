import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { FindingQuestion } from '../findings/finding-subjects.ts'
import { waivableFindings } from './waivable-findings.ts'

export type WaivableCount = { findings: number; subjects: number; rules: number }

/** What would be waived, if all that fails in the rows of a question were? */
export async function countWaivable(db: Database, scope: Scope, question: FindingQuestion): Promise<WaivableCount> {
  const [row] = await db.$queryRaw<[WaivableCount]>(sql`
    select count(*)::int as findings, count(distinct (vault_id, object_id))::int as subjects,
      count(distinct rule_id)::int as rules
    from (${waivableFindings(scope, question)}) f`)
  return row
}
