import { type Database, type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { severities, type Severity } from '#lib/domain/severity.ts'
import { z } from 'zod'
import { subjectKinds, type SubjectKind } from './finding-filter.ts'
import { type FindingQuestion, findingSubjects, wantedVerdicts } from './finding-subjects.ts'
import { waivedUntil } from './waived-until.ts'

/** What one rule says of one object or vault. */
export type SingleFinding = {
  /** Of the verdict: unique. */
  verdictId: number
  /** Of the subject: o12 for an object, v3 for a vault. */
  key: string
  kind: SubjectKind
  name: string
  vaultName: string
  owner: string | null
  environment: string | null
  subscriptionName: string | null
  ruleId: string
  failing: string
  severity: Severity
  status: 'fail' | 'unknown'
  /** One sentence: what decided it, or why it could not be decided. */
  because: string
  failingSince: Date | null
  /** The last day of the waiver that was in force; null when it was not waived. */
  waivedUntil: Date | null
}

const rowSchema = z.object({
  verdictId: z.number(),
  key: z.string(),
  kind: z.enum(subjectKinds),
  name: z.string(),
  vaultName: z.string(),
  owner: z.string().nullable(),
  environment: z.string().nullable(),
  subscriptionName: z.string().nullable(),
  ruleId: z.string(),
  failing: z.string(),
  severity: z.enum(severities),
  status: z.enum(['fail', 'unknown']),
  because: z.string(),
  failingSince: z.date().nullable(),
  waivedUntil: z.date().nullable(),
})

/** Which findings stand behind a filter, one by one? The most severe first, then what fails longest. `page` starts at 1. */
export async function listSingleFindings(
  db: Database,
  scope: Scope,
  { page, pageSize, ...question }: FindingQuestion & { page: number; pageSize: number },
): Promise<SingleFinding[]> {
  const rows = await db.$queryRaw<unknown[]>(
    sql`${singleFindingRows(scope, question)} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  return rows.map(toSingleFinding)
}

/** A query: all verdicts that a filter asks for, in order. Read its rows with `toSingleFinding`. */
export const singleFindingRows = (scope: Scope, question: FindingQuestion): Sql => sql`
  select d.id as "verdictId", s.key, s.kind, s.name, s.vault_name as "vaultName", s.owner, s.environment,
    s.subscription_name as "subscriptionName", r.id as "ruleId", r.failing, r.severity::text as severity,
    d.status::text as status, d.because, d.failing_since as "failingSince", w.until as "waivedUntil"
  from (${findingSubjects(scope, question)}) s
  join verdict d on d.vault_id = s.vault_id and coalesce(d.object_id, 0) = coalesce(s.object_id, 0)
  join rule r on r.id = d.rule_id
  left join lateral (${waivedUntil(question)}) w on true
  where ${wantedVerdicts(question)}
  order by r.severity, d.failing_since nulls last, r.position, lower(s.vault_name) collate "C", lower(s.name) collate "C", d.id`

export const toSingleFinding = (row: unknown): SingleFinding => rowSchema.parse(row)
