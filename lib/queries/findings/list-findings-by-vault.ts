import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { Severity } from '#lib/domain/severity.ts'
import { type FindingQuestion, findingSubjects, isWaived, wantedVerdicts } from './finding-subjects.ts'

export type VaultGroup = { [severity in Severity]: number } & {
  vaultName: string
  resourceId: string
  owner: string | null
  environment: string | null
  subscriptionName: string | null
  /** Rows of the list in this vault, itself included. */
  subjects: number
  /** Rows about which something could not be judged; those with a failing rule are counted by its severity. */
  unknown: number
  /** Subjects of the vault with something waived, all other filters being the same; no severity counts them for it. */
  waived: number
  failingSince: Date | null
}

/** In which vaults are the rows of a filter? The vault with the worst findings first. `total` is the number of vaults. */
export async function listFindingsByVault(
  db: Database,
  scope: Scope,
  { page, pageSize, ...question }: FindingQuestion & { page: number; pageSize: number },
): Promise<{ rows: VaultGroup[]; total: number }> {
  const waived = { ...question, filter: { ...question.filter, status: 'waived' as const } }
  const failing = (severity: Severity) =>
    sql`count(distinct s.key) filter (where d.status = 'fail' and not ${isWaived(question)} and r.severity = ${severity}::severity)`
  const rows = await db.$queryRaw<(VaultGroup & { total: number })[]>(sql`
    select s.vault_name as "vaultName", s.resource_id as "resourceId", vs.owner, s.environment,
      s.subscription_name as "subscriptionName", count(distinct s.key)::int as subjects,
      (${failing('critical')})::int as critical, (${failing('high')})::int as high, (${failing('medium')})::int as medium, (${failing('low')})::int as low,
      (count(distinct s.key) filter (where d.status = 'unknown'))::int as unknown,
      coalesce(max(w.subjects), 0)::int as waived, min(d.failing_since) as "failingSince",
      (count(*) over ())::int as total
    from (${findingSubjects(scope, question)}) s
    left join vault_state vs on vs.vault_id = s.vault_id and vs.valid_from <= ${question.at}
      and (vs.valid_to is null or vs.valid_to > ${question.at})
    left join (verdict d join rule r on r.id = d.rule_id and ${wantedVerdicts(question)})
      on d.vault_id = s.vault_id and coalesce(d.object_id, 0) = coalesce(s.object_id, 0)
    left join (
      select vault_id, count(*) as subjects from (${findingSubjects(scope, waived)}) s group by vault_id) w on w.vault_id = s.vault_id
    group by s.vault_id, s.vault_name, s.resource_id, vs.owner, s.environment, s.subscription_name
    order by critical desc, high desc, medium desc, low desc, unknown desc, s.vault_name, s.vault_id
    limit ${pageSize} offset ${(page - 1) * pageSize}`)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
