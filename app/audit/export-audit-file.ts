// The file behind both exports of Audit: exactly the entries of the view the address names, all pages of them, in its order.
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { type FileFormat, tableFile } from '#app/_export/table-file.ts'
import { openViewForRoute } from '#app/view.ts'
import { paramsOf } from '#app/waivers/read-href.ts'
import { isoDate } from '#lib/format/date.ts'
import { exportAudit } from '#lib/queries/audit/export-audit.ts'
import { auditColumns, auditExport } from './export-row.ts'
import { auditHref, readAuditSearch } from './search.ts'

export async function exportAuditFile(request: Request, format: FileFormat): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf, now, person } = view
  const search = readAuditSearch(paramsOf(request.url))
  // Before the first row leaves: who took the log out is an entry of it, and the last one of a file of now.
  await recordAuditEvent(db, {
    at: now,
    person,
    action: 'exported',
    subject: auditHref({ ...search, page: 1 }, asOf),
    detail: { format },
  })
  const { filter, direction } = search
  return tableFile({
    name: `kempt-audit-${asOf ?? isoDate(now)}`,
    format,
    columns: auditColumns,
    write: (take) =>
      exportAudit(db, scope, { at, filter, direction, personId: person.objectId }, (rows) =>
        take(rows.map(auditExport)),
      ),
  })
}
