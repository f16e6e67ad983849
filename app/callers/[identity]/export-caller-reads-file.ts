// The file behind both exports of a caller's page: everything it reads, in the order of the page.
import { listCallerReads } from '#lib/queries/callers/list-caller-reads.ts'
import { callerLimits } from '../caller-limits.ts'
import { type CallerFileAsked, callerFile } from './caller-file.ts'
import { callerReadColumns, callerReadExport } from './export-rows.ts'
import { callerReadsHref, readCallerSearch } from './search.ts'

// The objects of the vaults one identity may reach fit in memory.
const allOfThem = 1_000_000

export function exportCallerReadsFile(request: Request, asked: CallerFileAsked): Promise<Response> {
  const search = { ...readCallerSearch(Object.fromEntries(new URL(request.url).searchParams)), page: 1 }
  return callerFile(request, asked, (view, { callerId, identity }) => ({
    part: 'reads',
    subject: callerReadsHref(identity, search, view.asOf, `export.${asked.format}`),
    columns: callerReadColumns,
    write: async (take) => {
      const { db, scope, at } = view
      const limits = await callerLimits(view)
      const { rows } = await listCallerReads(db, scope, { at, callerId, ...limits, ...search, pageSize: allOfThem })
      await take(rows.map(callerReadExport))
    },
  }))
}
