// The file behind both exports of Callers: exactly the rows of the view the address names, all pages of them, in its order.
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { type FileFormat, tableFile } from '#app/_export/table-file.ts'
import { openViewForRoute } from '#app/view.ts'
import { isoDate } from '#lib/format/date.ts'
import { listCallers } from '#lib/queries/callers/list-callers.ts'
import { callerLimits } from './caller-limits.ts'
import { callerColumns, callerExport } from './export-rows.ts'
import { callersHref, readCallersSearch } from './search.ts'
import { tableColumnKeys } from './table-columns.ts'

// An organization has thousands of identities that read vaults, not millions: they are one query and fit in memory.
const allCallers = 1_000_000

export async function exportCallersFile(request: Request, format: FileFormat): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf, now, person } = view
  const query = new URL(request.url).searchParams
  const { filter, order } = readCallersSearch(
    Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])),
  )
  await recordAuditEvent(db, {
    at: now,
    person,
    action: 'exported',
    subject: callersHref({ filter, order, columns: tableColumnKeys, page: 1 }, asOf),
    detail: { format },
  })
  return tableFile({
    name: `kempt-callers-${asOf ?? isoDate(now)}`,
    format,
    columns: callerColumns,
    write: async (take) => {
      const asked = { at, filter, order, ...(await callerLimits(view)), page: 1, pageSize: allCallers }
      const { rows } = await listCallers(db, scope, asked)
      await take(rows.map(callerExport))
    },
  })
}
