// One row of the At risk table, as it is shown and as it is exported.
import { z } from 'zod'
import { type Sql, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { severities, type Severity } from '#lib/domain/severity.ts'
import type { OwnerSource } from '#lib/domain/owner.ts'
import type { SubjectKind } from './finding-filter.ts'
import { type FindingOrder, findingOrder } from './finding-order.ts'
import { type FindingQuestion, findingSubjects, wantedVerdicts } from './finding-subjects.ts'
import { lastRead } from './last-read.ts'
import { waivedUntil } from './waived-until.ts'

export type FindingRow = {
  /** o12 for an object, v3 for a vault: stable, for links. */
  key: string
  kind: SubjectKind
  name: string
  vaultName: string
  /** ARM id of the vault. */
  resourceId: string
  owner: string | null
  ownerSource: OwnerSource | null
  environment: string | null
  subscriptionId: string | null
  subscriptionName: string | null
  resourceGroup: string | null
  /** Null for a vault. */
  enabled: boolean | null
  expiresAt: Date | null
  /** When the current version was made; null for a vault. */
  rotatedAt: Date | null
  lastReadAt: Date | null
  /** The access log of the vault is read, from that day on; false means that an absence of reads says nothing. */
  logCovered: boolean
  logCoveredFrom: Date | null
  failingSince: Date | null
  /** What was asked for about this subject: failing first, worst first, and waived last. */
  findings: ShownFinding[]
}

export type ShownFinding = {
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

const shownSchema = z.array(
  z.object({
    ruleId: z.string(),
    failing: z.string(),
    severity: z.enum(severities),
    status: z.enum(['fail', 'unknown']),
    because: z.string(),
    failingSince: z.coerce.date().nullable(),
    waivedUntil: z.coerce.date().nullable(),
  }),
)

/** A query: the rows of a question in order; without `limit`, all of them. Read its rows with `toFindingRow`. */
export function findingRows(
  scope: Scope,
  question: FindingQuestion,
  order: FindingOrder,
  { limit = null, offset = 0 }: { limit?: number | null; offset?: number } = {},
): Sql {
  const { at } = question
  const object = { vaultId: sql`s.vault_id`, kind: sql`s.object_kind`, nameKey: sql`s.name_key` }
  return sql`
    select s.key, s.kind, s.name, s.vault_name as "vaultName", s.resource_id as "resourceId", s.owner,
      s.owner_source as "ownerSource", s.environment, s.subscription_id as "subscriptionId",
      s.subscription_name as "subscriptionName", s.resource_group as "resourceGroup", s.enabled, s.expires_at as "expiresAt",
      s.rotated_at as "rotatedAt", s.log_covered as "logCovered", s.failing_since as "failingSince",
      case when s.object_id is not null then ${lastRead(at, object)} end as "lastReadAt",
      case when s.log_covered then (select min(a.day) from access_day a where a.vault_id = s.vault_id) end as "logCoveredFrom",
      case
        when s.object_id is not null then (${shown(question, sql`d.object_id = s.object_id`)})
        else (${shown(question, sql`d.vault_id = s.vault_id and d.object_id is null`)}) end as findings
    from (
      select * from (${findingSubjects(scope, question)}) every_subject
      order by ${findingOrder(order)} limit ${limit} offset ${offset}) s
    order by ${findingOrder(order)}`
}

/** The verdicts of one subject as JSON; which index finds them depends on what it is. */
const shown = (question: FindingQuestion, subject: Sql) => sql`
  select coalesce(
    jsonb_agg(
      jsonb_build_object('ruleId', r.id, 'failing', r.failing, 'severity', r.severity, 'status', d.status,
        'because', d.because, 'failingSince', d.failing_since, 'waivedUntil', w.until)
      order by w.until is not null, d.status, r.severity, r.position), '[]')
  from verdict d join rule r on r.id = d.rule_id
  left join lateral (${waivedUntil(question)}) w on true
  where ${subject} and ${wantedVerdicts(question)}`

/** `findings` comes out of the database as JSON; everything else is typed by its column. */
export function toFindingRow(row: Omit<FindingRow, 'findings'> & { findings: unknown }): FindingRow {
  return { ...row, findings: shownSchema.parse(row.findings) }
}
