// The file behind both exports of a caller's page: everything it reads, in the order of the page.
import { notTheirFile } from '#app/_audit/refused.ts'
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { type FileFormat, tableFile } from '#app/_export/table-file.ts'
import { openViewForRoute } from '#app/view.ts'
import { isoDate } from '#lib/format/date.ts'
import { getCaller } from '#lib/queries/callers/get-caller.ts'
import { listCallerReads } from '#lib/queries/callers/list-caller-reads.ts'
import { callerLimits } from '../caller-limits.ts'
import { callerReadColumns, callerReadExport } from './export-rows.ts'
import { callerReadsHref, identityIn, readCallerSearch } from './search.ts'

// The objects of the vaults one identity may reach fit in memory.
const allOfThem = 1_000_000

export async function exportCallerReadsFile(
  request: Request,
  { segment, format }: { segment: string; format: FileFormat },
): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf, now, person } = view
  const identity = identityIn(segment)
  const caller = identity === null ? null : await getCaller(db, scope, { at, identity })
  // Outside the scope and never heard of give the same answer, as on the page.
  if (!caller) return notTheirFile(view, request, 'No such caller is known.')
  const search = { ...readCallerSearch(Object.fromEntries(new URL(request.url).searchParams)), page: 1 }
  await recordAuditEvent(db, {
    at: now,
    person,
    action: 'exported',
    subject: callerReadsHref(caller.identity, search, asOf, `export.${format}`),
    detail: { format },
  })
  return tableFile({
    // An identity may hold anything; the first letters of what a file may be called are enough to tell it.
    name: `kempt-reads-of-${caller.name.replaceAll(/[^\w.@-]+/g, '-').slice(0, 60)}-${asOf ?? isoDate(now)}`,
    format,
    columns: callerReadColumns,
    write: async (take) => {
      const asked = { at, callerId: caller.callerId, ...(await callerLimits(view)), ...search, pageSize: allOfThem }
      await take((await listCallerReads(db, scope, asked)).rows.map(callerReadExport))
    },
  })
}
