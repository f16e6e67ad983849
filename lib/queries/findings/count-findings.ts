import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { severities, type Severity } from '#lib/domain/severity.ts'
import type { FindingFilter } from './finding-filter.ts'
import { findingSubjects, wantedVerdicts } from './finding-subjects.ts'

export type FindingCount = {
  /** Rows of the list. */
  subjects: number
  /** Failing rules over those rows; of waived rows the waived ones. */
  findings: number
  /** Everything that was asked for about those rows, one by one: failing, waived and not judged, as the status has it. */
  verdicts: number
  vaults: number
  /** Rows there would be with that severity as the only one asked for, all other filters being the same. */
  bySeverity: Record<Severity, number>
  /** Rows there would be of what could not be judged, all other filters being the same. */
  unknownSubjects: number
  /** Rows there would be of what is waived, all other filters being the same. */
  waivedSubjects: number
}

/** How many rows does a filter keep, and how many would its neighbours keep? */
export async function countFindings(
  db: Database,
  scope: Scope,
  { at, filter }: { at: Date; filter: FindingFilter },
): Promise<FindingCount> {
  const asked = { at, filter }
  const anySeverity = { at, filter: { ...filter, severities: [] } }
  const unknown = { at, filter: { ...filter, status: 'unknown' as const } }
  const waived = { at, filter: { ...filter, status: 'waived' as const } }
  const [[row], bySeverity] = await Promise.all([
    db.$queryRaw<[Omit<FindingCount, 'bySeverity'>]>(sql`
      select count(*)::int as subjects, coalesce(sum(findings), 0)::int as findings,
        coalesce(sum(verdicts), 0)::int as verdicts, count(distinct vault_id)::int as vaults,
        (select count(*)::int from (${findingSubjects(scope, unknown)}) u) as "unknownSubjects",
        (select count(*)::int from (${findingSubjects(scope, waived)}) w) as "waivedSubjects"
      from (${findingSubjects(scope, asked)}) s`),
    db.$queryRaw<{ severity: Severity; subjects: number }[]>(sql`
      select r.severity::text as severity, count(distinct s.key)::int as subjects
      from (${findingSubjects(scope, anySeverity)}) s
      join verdict d on d.vault_id = s.vault_id and coalesce(d.object_id, 0) = coalesce(s.object_id, 0)
      join rule r on r.id = d.rule_id
      where ${wantedVerdicts(anySeverity)}
      group by r.severity`),
  ])
  const countOf = (severity: Severity) => bySeverity.find((found) => found.severity === severity)?.subjects ?? 0
  return {
    ...row,
    bySeverity: Object.fromEntries(severities.map((severity) => [severity, countOf(severity)])) as Record<
      Severity,
      number
    >,
  }
}
