// The file behind both exports of Waivers: exactly the rows of the view the address names, all pages of them, in its order.
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { type FileFormat, tableFile } from '#app/_export/table-file.ts'
import { openViewForRoute } from '#app/view.ts'
import { isoDate } from '#lib/format/date.ts'
import { listWaivers } from '#lib/queries/waivers/list-waivers.ts'
import { waiverColumns, waiverExport } from './export-rows.ts'
import { paramsOf } from './read-href.ts'
import { readWaiversSearch, waiversHref } from './search.ts'

export async function exportWaiversFile(request: Request, format: FileFormat): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf, now, person } = view
  const { filter, order } = readWaiversSearch(paramsOf(request.url))
  await recordAuditEvent(db, {
    at: now,
    person,
    action: 'exported',
    subject: waiversHref({ filter, order, page: 1 }, asOf),
    detail: { format },
  })
  return tableFile({
    name: `kempt-waivers-${asOf ?? isoDate(now)}`,
    format,
    columns: waiverColumns,
    // People make waivers, one reason at a time: there are thousands, not millions, and they fit in memory.
    write: async (take) => {
      await take((await listWaivers(db, scope, { at, filter, order, personId: person.objectId })).map(waiverExport))
    },
  })
}
