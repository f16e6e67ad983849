// The file behind both exports: exactly the entries of the view the address names, all pages of them, in its order.
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { type FileFormat, tableFile } from '#app/_export/table-file.ts'
import { openViewForRoute } from '#app/view.ts'
import { isoDate } from '#lib/format/date.ts'
import { exportOperations } from '#lib/queries/operations/export-operations.ts'
import { operationColumns, operationExport } from './export-row.ts'
import { operationsHref, readOperationsSearch } from './search.ts'

export async function exportOperationsFile(request: Request, format: FileFormat): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf, now, person } = view
  const query = new URL(request.url).searchParams
  const search = readOperationsSearch(Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])))
  const { days, filter } = search
  // Before the first row leaves: what was taken out is on record even if the download broke off.
  await recordAuditEvent(db, {
    at: now,
    person,
    action: 'exported',
    subject: operationsHref({ ...search, page: 1 }, asOf),
    detail: { format },
  })
  return tableFile({
    name: `kempt-operations-${asOf ?? isoDate(now)}`,
    format,
    columns: operationColumns,
    write: (take) => exportOperations(db, scope, { at, days, filter }, (rows) => take(rows.map(operationExport))),
  })
}
