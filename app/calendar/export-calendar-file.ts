// The file behind both exports: exactly the events of the part of the calendar the address names, all pages of them, in order.
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { type FileFormat, tableFile } from '#app/_export/table-file.ts'
import { openViewForRoute } from '#app/view.ts'
import { isoDate } from '#lib/format/date.ts'
import { exportEvents } from '#lib/queries/calendar/export-events.ts'
import { calendarColumns, calendarExport } from './export-rows.ts'
import { calendarHref, readCalendarSearch } from './search.ts'
import { spanOf } from './span-of.ts'

export async function exportCalendarFile(request: Request, format: FileFormat): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf, now, person } = view
  const query = new URL(request.url).searchParams
  const params = Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]))
  const search = readCalendarSearch(params, at)
  // Before the first row leaves: what was taken out is on record even if the download broke off.
  await recordAuditEvent(db, {
    at: now,
    person,
    action: 'exported',
    subject: calendarHref({ ...search, page: 1 }, asOf),
    detail: { format },
  })
  const question = { at, filter: search.filter, span: spanOf(search.span, at) }
  return tableFile({
    name: `kempt-calendar-${asOf ?? isoDate(now)}`,
    format,
    columns: calendarColumns,
    write: (take) =>
      exportEvents(db, scope, question, (rows) => take(rows.map((row) => calendarExport(row, search.today)))),
  })
}
