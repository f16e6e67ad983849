// The file behind both exports of the coverage ledger: exactly the vaults it lists, all pages of them, each with its gaps and the
// commands that close them.
import { pageByPage } from '#app/_export/page-by-page.ts'
import { recordedFile } from '#app/_export/recorded-file.ts'
import type { FileFormat } from '#app/_export/table-file.ts'
import { openViewForRoute } from '#app/view.ts'
import { listCoverage } from '#lib/queries/list-coverage.ts'
import { coverageColumns, coverageExport } from './export-row.ts'
import { coverageFileHref, readSearch } from '../search.ts'

export async function exportCoverageFile(request: Request, format: FileFormat): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf } = view
  const search = readSearch(Object.fromEntries(new URL(request.url).searchParams), { asOf })
  const { coverage, reason } = search
  return recordedFile(view, {
    of: 'coverage',
    subject: coverageFileHref(search, format),
    format,
    columns: coverageColumns,
    write: (take) =>
      pageByPage(
        (page, pageSize) => listCoverage(db, scope, { at, coverage, reason, page, pageSize }),
        (rows) => take(rows.map(coverageExport)),
      ),
  })
}
