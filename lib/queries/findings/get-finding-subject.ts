import { z } from 'zod'
import { type Database, sql } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { severities, type Severity } from '#lib/domain/severity.ts'
import type { Facts } from '#lib/domain/verdict.ts'
import { everyFinding } from './finding-filter.ts'
import { byRisk } from './finding-order.ts'
import { type FindingRow, findingRows, toFindingRow } from './finding-rows.ts'
import { type FindingQuestion, wantedVerdicts } from './finding-subjects.ts'
import { waivedUntil } from './waived-until.ts'

/** Everything found about one subject, whatever the list is filtered by. */
export type FindingSubject = Omit<FindingRow, 'findings'> & { findings: DetailedFinding[] }

export type DetailedFinding = {
  ruleId: string
  failing: string
  severity: Severity
  status: 'fail' | 'unknown'
  because: string
  facts: Facts
  failingSince: Date | null
  /** The last day of the waiver that was in force; null when it was not waived. */
  waivedUntil: Date | null
  /** When it was last seen failing: by the latest snapshot, or before it could no longer be read. Null: never. */
  lastSeenAt: Date | null
}

const detailedSchema = z.array(
  z.object({
    ruleId: z.string(),
    failing: z.string(),
    severity: z.enum(severities),
    status: z.enum(['fail', 'unknown']),
    because: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
    failingSince: z.coerce.date().nullable(),
    waivedUntil: z.coerce.date().nullable(),
    lastSeenAt: z.coerce.date().nullable(),
  }),
)

/** What is the matter with this object or vault? Null when the scope does not see it at that instant, or it is not there. */
export async function getFindingSubject(
  db: Database,
  scope: Scope,
  { at, key }: { at: Date; key: string },
): Promise<FindingSubject | null> {
  const only = readKey(key)
  if (!only) return null
  const question: FindingQuestion = { at, filter: { ...everyFinding, status: 'all' }, only }
  const [row] = await db.$queryRaw<Parameters<typeof toFindingRow>[0][]>(findingRows(scope, question, byRisk))
  if (!row) return null
  const [found] = await db.$queryRaw<[{ findings: unknown }]>(sql`
    select coalesce(
      jsonb_agg(
        jsonb_build_object('ruleId', r.id, 'failing', r.failing, 'severity', r.severity, 'status', d.status,
          'because', d.because, 'facts', d.facts, 'failingSince', d.failing_since,
          'waivedUntil', w.until,
          'lastSeenAt', case
            when d.status = 'fail' then (
              select max(captured_at) from snapshot where status in ('complete', 'partial') and captured_at <= ${at})
            else (
              select max(p.valid_to) from verdict p
              where p.vault_id = d.vault_id and p.object_id is not distinct from d.object_id and p.rule_id = d.rule_id
                and p.status = 'fail' and p.valid_to <= d.valid_from) end)
        order by w.until is not null, d.status, r.severity, r.position), '[]') as findings
    from verdict d join rule r on r.id = d.rule_id
    left join lateral (${waivedUntil(question)}) w on true
    where ${wantedVerdicts(question)}`)
  return { ...toFindingRow(row), findings: detailedSchema.parse(found.findings) }
}

function readKey(key: string): FindingQuestion['only'] | null {
  if (!/^[ov]\d{1,9}$/.test(key)) return null
  const id = Number(key.slice(1))
  return key.startsWith('o') ? { objectId: id } : { vaultId: id }
}
