// The file behind both exports of the rules: every rule of the catalogue, with how the estate stands under it.
import { recordedFile } from '#app/_export/recorded-file.ts'
import type { FileFormat } from '#app/_export/table-file.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { openViewForRoute } from '#app/view.ts'
import { getPosture } from '#lib/queries/get-posture.ts'
import { ruleColumns, rulesExport } from './export-rows.ts'

export async function exportRulesFile(request: Request, format: FileFormat): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf } = view
  return recordedFile(view, {
    of: 'rules',
    subject: withAsOf('/rules', asOf),
    format,
    columns: ruleColumns,
    write: async (take) => take(rulesExport(await getPosture(db, { scope, at }))),
  })
}
