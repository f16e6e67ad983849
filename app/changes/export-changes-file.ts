// The file behind both exports: exactly the rows of the view the address names, all pages of them, in its order.
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { type FileFormat, tableFile } from '#app/_export/table-file.ts'
import { openViewForRoute } from '#app/view.ts'
import { isoDate } from '#lib/format/date.ts'
import { exportChanges } from '#lib/queries/changes/export-changes.ts'
import { listSnapshotInstants } from '#lib/queries/changes/list-snapshot-instants.ts'
import { askedIn, compared, instantText } from './comparison.ts'
import { changeColumns, changeExport } from './export-row.ts'
import { changesHref, readChangesSearch } from './search.ts'

export async function exportChangesFile(request: Request, format: FileFormat): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf, now, person } = view
  const query = new URL(request.url).searchParams
  const params = Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]))
  const { filter, order, ...search } = readChangesSearch(params)
  const instants = await listSnapshotInstants(db, { at })
  const comparison = compared(instants, askedIn(params))
  const days = comparison && {
    from: instantText(instants, comparison.from),
    to: instantText(instants, comparison.to),
  }
  // Before the first row leaves: what was taken out is on record even if the download broke off.
  await recordAuditEvent(db, {
    at: now,
    person,
    action: 'exported',
    subject: changesHref({ ...search, ...days, filter, order, page: 1 }, asOf),
    detail: { format },
  })
  return tableFile({
    name: comparison
      ? `kempt-changes-${isoDate(comparison.from)}-to-${isoDate(comparison.to)}`
      : `kempt-changes-${asOf ?? isoDate(now)}`,
    format,
    columns: changeColumns,
    // Before the second snapshot nothing can be compared: the file has its columns, and no row.
    write: async (take) => {
      if (!comparison) return
      const { from, to } = comparison
      await exportChanges(db, scope, { from, to, filter, order }, (rows) =>
        take(rows.map((row) => changeExport(row, comparison))),
      )
    },
  })
}
