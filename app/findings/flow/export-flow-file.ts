// The file behind both exports: exactly the rows of the view the address names, all pages of them, in its order.
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { type FileFormat, type FileRow, tableFile } from '#app/_export/table-file.ts'
import { openViewForRoute } from '#app/view.ts'
import { isoDate } from '#lib/format/date.ts'
import { exportFindingEvents } from '#lib/queries/findings/export-finding-events.ts'
import type { FindingEvent } from '#lib/queries/findings/list-finding-events.ts'
import { flowHref, readFlowSearch, spanOf } from './search.ts'

export async function exportFlowFile(request: Request, format: FileFormat): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf, now, person } = view
  const query = new URL(request.url).searchParams
  const search = readFlowSearch(Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])))
  // Before the first row leaves: what was taken out is on record even if the download broke off.
  await recordAuditEvent(db, {
    at: now,
    person,
    action: 'exported',
    subject: flowHref({ ...search, page: 1 }, asOf),
    detail: { format },
  })
  const question = { at, ...spanOf(search, at), filter: search.filter }
  return tableFile({
    name: `kempt-opened-and-fixed-${asOf ?? isoDate(now)}`,
    format,
    columns: flowColumns,
    write: (take) => exportFindingEvents(db, scope, question, (rows) => take(rows.map(flowExport))),
  })
}

export const flowColumns = [
  'at',
  'what',
  'severity',
  'rule_id',
  'failing',
  'key',
  'kind',
  'name',
  'vault',
  'owner',
  'failing_since',
  'because',
] as const

export const flowExport = (event: FindingEvent): FileRow => ({
  at: event.at.toISOString(),
  what: event.what,
  severity: event.severity,
  rule_id: event.ruleId,
  failing: event.failing,
  key: event.key,
  kind: event.kind,
  name: event.name,
  vault: event.vaultName,
  owner: event.owner,
  failing_since: event.failingSince.toISOString(),
  because: event.because,
})
