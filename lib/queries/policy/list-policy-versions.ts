import { type Database, sql } from '#lib/db/open-database.ts'
import { type Policy, policySchema } from '#lib/domain/policy.ts'

export type PolicyVersion = {
  id: number
  createdAt: Date
  createdBy: string
  note: string
  policy: Policy
  /** The first snapshot that judged by it; null when none has yet. */
  firstJudgedAt: Date | null
}

type Row = Omit<PolicyVersion, 'policy'> & { policy: unknown }

/** Who set which policy, and from which snapshot on was it judged by? Every version saved by this instant, the newest first. */
export async function listPolicyVersions(db: Database, { at }: { at: Date }): Promise<PolicyVersion[]> {
  const rows = await db.$queryRaw<Row[]>(sql`
    select v.id, v.created_at as "createdAt", v.created_by as "createdBy", v.note, v.policy, judged.first_at as "firstJudgedAt"
    from policy_version v
    cross join lateral (
      select min(s.captured_at) as first_at from snapshot s
      where s.policy_version_id = v.id and s.status in ('complete', 'partial') and s.captured_at <= ${at}) judged
    -- A snapshot may stand for an instant before the one at which it was taken, and its policy was written down.
    where v.created_at <= ${at} or judged.first_at is not null
    order by v.id desc`)
  return rows.map((row) => ({ ...row, policy: policySchema.parse(row.policy) }))
}
