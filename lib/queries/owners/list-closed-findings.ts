import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { Severity } from '#lib/domain/severity.ts'
import type { SubjectKind } from '../findings/finding-filter.ts'
import { subjectWithinScope } from '../subject-within-scope.ts'
import { ownerIs } from './owner-is.ts'

export type ClosedFinding = {
  /** Unique among all that were closed. */
  verdictId: number
  /** Of the subject: o12 for an object, v3 for a vault. */
  key: string
  kind: SubjectKind
  name: string
  vaultName: string
  owner: string | null
  ruleId: string
  failing: string
  severity: Severity
  because: string
  failingSince: Date
  /** Of the snapshot that did not find it any more. */
  closedAt: Date
  /** `gone`: what it was about is not there any more. */
  how: 'fixed' | 'gone'
}

export type ClosedFindings = { rows: ClosedFinding[]; total: number; fixed: number }

/**
 * Which findings of an owner were closed in `(from, at]`, the latest first? One that came and went in that time is among
 * them; one that can no longer be seen, is waived, or was judged by a rule that has been retired, is not closed. Whose it
 * was when it was last found counts. `owner`: a name, `none`, or null for all that the scope holds; `most` null: all rows.
 */
export async function listClosedFindings(
  db: Database,
  scope: Scope,
  { at, from, owner, most }: { at: Date; from: Date; owner: string | null; most: number | null },
): Promise<ClosedFindings> {
  const visible = subjectWithinScope(scope, {
    vaultId: sql`d.vault_id`,
    objectId: sql`d.object_id`,
    at: sql`d.valid_from`,
  })
  const rows = await db.$queryRaw<(ClosedFinding & { total: number; fixed: number })[]>(sql`
    select "verdictId", key, kind, name, "vaultName", owner, "ruleId", failing, severity::text as severity, because,
      "failingSince", "closedAt", how, (count(*) over ())::int as total, (count(*) filter (where how = 'fixed') over ())::int as fixed
    from (
      select d.id as "verdictId", case when o.id is null then 'v' || v.id else 'o' || o.id end as key,
        coalesce(o.kind::text, 'vault') as kind, coalesce(o.name, v.name) as name, v.name as "vaultName", d.owner,
        r.id as "ruleId", r.failing, r.severity, r.position, d.because, d.failing_since as "failingSince", d.valid_to as "closedAt",
        case when v.gone_at <= d.valid_to then 'gone'
          when o.id is null or exists (
            select from object_state s
            where s.object_id = o.id and s.valid_from <= d.valid_to and (s.valid_to is null or s.valid_to > d.valid_to)) then 'fixed'
          else 'gone' end as how
      from verdict d
      join rule r on r.id = d.rule_id
      join vault v on v.id = d.vault_id
      left join vault_object o on o.id = d.object_id
      where d.failing_since is not null and d.valid_to > ${from} and d.valid_to <= ${at}
        and ${ownerIs(owner, sql`d.owner`)} and ${visible}
        and not exists (
          select from verdict next
          where next.vault_id = d.vault_id and next.rule_id = d.rule_id and next.valid_from = d.valid_to
            and coalesce(next.object_id, 0) = coalesce(d.object_id, 0))
        and (not r.retired or exists (
          select from tally t
          where t.rule_id = r.id and t.valid_from <= d.valid_to and (t.valid_to is null or t.valid_to > d.valid_to)))) c
    order by "closedAt" desc, c.severity, position, lower(name) collate "C", "verdictId"
    limit ${most}`)
  return {
    rows: rows.map(({ total: _, fixed: __, ...row }) => row),
    total: rows[0]?.total ?? 0,
    fixed: rows[0]?.fixed ?? 0,
  }
}
