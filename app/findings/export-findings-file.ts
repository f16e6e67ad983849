// The file behind both exports: exactly the rows of the view the address names, all pages of them, in its order.
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { type FileFormat, tableFile } from '#app/_export/table-file.ts'
import { openViewForRoute } from '#app/view.ts'
import { isoDate } from '#lib/format/date.ts'
import { exportFindings } from '#lib/queries/findings/export-findings.ts'
import { exportSingleFindings } from '#lib/queries/findings/export-single-findings.ts'
import { listFindingsByRule } from '#lib/queries/findings/list-findings-by-rule.ts'
import { listFindingsByVault } from '#lib/queries/findings/list-findings-by-vault.ts'
import { findingColumns, findingExport, ruleColumns, ruleExport, vaultColumns, vaultExport } from './export-rows.ts'
import { singleColumns, singleExport } from './export-single-row.ts'
import { findingsHref, readFindingsSearch } from './search.ts'

const allVaults = 1_000_000

export async function exportFindingsFile(request: Request, format: FileFormat): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf, now, person } = view
  const query = new URL(request.url).searchParams
  const params = Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]))
  const { filter, order, group, ...rest } = readFindingsSearch(params)
  // Before the first row leaves: what was taken out is on record even if the download broke off.
  await recordAuditEvent(db, {
    at: now,
    person,
    action: 'exported',
    subject: findingsHref({ ...rest, filter, order, group, page: 1, row: null }, asOf),
    detail: { format },
  })
  const question = { at, filter }
  const file = { name: `kempt-at-risk-${asOf ?? isoDate(now)}`, format }
  if (group === 'rule') {
    return tableFile({
      ...file,
      columns: ruleColumns,
      write: async (take) => take((await listFindingsByRule(db, scope, question)).map(ruleExport)),
    })
  }
  if (group === 'finding') {
    return tableFile({
      ...file,
      columns: singleColumns,
      write: (take) => exportSingleFindings(db, scope, question, (rows) => take(rows.map(singleExport))),
    })
  }
  if (group === 'vault') {
    return tableFile({
      ...file,
      columns: vaultColumns,
      write: async (take) => {
        const { rows } = await listFindingsByVault(db, scope, { ...question, page: 1, pageSize: allVaults })
        await take(rows.map(vaultExport))
      },
    })
  }
  return tableFile({
    ...file,
    columns: findingColumns,
    write: (take) => exportFindings(db, scope, { ...question, order }, (rows) => take(rows.map(findingExport))),
  })
}
