// The file behind both exports of the access logs: exactly the vaults the ledger lists, all pages of them.
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { type FileFormat, tableFile } from '#app/_export/table-file.ts'
import { openViewForRoute } from '#app/view.ts'
import { isoDate } from '#lib/format/date.ts'
import { listLogCoverage } from '#lib/queries/log/list-log-coverage.ts'
import { logDays } from './log-words.ts'
import { logFileHref, readSearch } from '../search.ts'
import { logColumns, logExport } from './log-export.ts'

// One row for each vault: an organization's fit in memory.
const allOfThem = 1_000_000

export async function exportLogFile(request: Request, format: FileFormat): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf, now, person } = view
  const search = readSearch(Object.fromEntries(new URL(request.url).searchParams), { asOf })
  await recordAuditEvent(db, {
    at: now,
    person,
    action: 'exported',
    subject: logFileHref(search, format),
    detail: { format },
  })
  return tableFile({
    name: `kempt-access-logs-${asOf ?? isoDate(now)}`,
    format,
    columns: logColumns,
    write: async (take) => {
      const asked = { at, days: logDays, state: search.log, page: 1, pageSize: allOfThem }
      await take((await listLogCoverage(db, scope, asked)).map(logExport))
    },
  })
}
