// The file of what was closed in the last 30 days: all of it, for the owner the address names, or for all that is within the scope.
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { type FileFormat, type FileRow, tableFile } from '#app/_export/table-file.ts'
import { textIn } from '#app/_search/params.ts'
import { openViewForRoute } from '#app/view.ts'
import { addDays, isoDate } from '#lib/format/date.ts'
import { type ClosedFinding, listClosedFindings } from '#lib/queries/owners/list-closed-findings.ts'
import { lookBackDays } from '../windows.ts'
import { closedFileHref } from './closed-file-href.ts'

export async function exportClosedFile(request: Request, format: FileFormat): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf, now, person } = view
  const owner = textIn(new URL(request.url).searchParams.get('owner') ?? undefined)?.toLowerCase() ?? null
  const subject = closedFileHref(owner, asOf, format)
  await recordAuditEvent(db, { at: now, person, action: 'exported', subject, detail: { format } })
  return tableFile({
    name: `kempt-closed-findings-${asOf ?? isoDate(now)}`,
    format,
    columns,
    write: async (take) => {
      const { rows } = await listClosedFindings(db, scope, { at, from: addDays(at, -lookBackDays), owner, most: null })
      await take(rows.map(closedExport))
    },
  })
}

const columns = [
  'closed_at',
  'how',
  'severity',
  'rule',
  'rule_title',
  'kind',
  'name',
  'vault',
  'owner',
  'failing_since',
  'because',
]

const closedExport = (row: ClosedFinding): FileRow => ({
  closed_at: row.closedAt.toISOString(),
  how: row.how,
  severity: row.severity,
  rule: row.ruleId,
  rule_title: row.failing,
  kind: row.kind,
  name: row.name,
  vault: row.vaultName,
  owner: row.owner,
  failing_since: row.failingSince.toISOString(),
  because: row.because,
})
