// The file behind both exports of a posture: the rules that the address's part is made of, as the table shows them.
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { type FileFormat, type FileRow, tableFile } from '#app/_export/table-file.ts'
import { openViewForRoute } from '#app/view.ts'
import { isoDate } from '#lib/format/date.ts'
import { getPosture } from '#lib/queries/get-posture.ts'
import { type ExplainedRule, explain } from './explained-rows.ts'
import { postureHref, readPostureFilter } from './search.ts'

export async function exportPostureFile(request: Request, format: FileFormat): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf, now, person } = view
  const query = new URL(request.url).searchParams
  const filter = readPostureFilter(Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])))
  await recordAuditEvent(db, {
    at: now,
    person,
    action: 'exported',
    subject: postureHref(filter, asOf),
    detail: { format },
  })
  return tableFile({
    name: `kempt-posture-${asOf ?? isoDate(now)}`,
    format,
    columns: postureColumns,
    write: async (take) => take(explain(await getPosture(db, { scope, at, filter })).rows.map(postureExport)),
  })
}

const postureColumns = [
  'rule_id',
  'failing',
  'severity',
  'weight',
  'pass',
  'fail',
  'waived',
  'not_judged',
  'compliance',
  'share_of_weight',
  'lost',
]

const postureExport = (row: ExplainedRule): FileRow => ({
  rule_id: row.ruleId,
  failing: row.failing,
  severity: row.severity,
  weight: row.weight,
  pass: row.pass,
  fail: row.fail,
  waived: row.waived,
  not_judged: row.unknown,
  compliance: row.compliance,
  share_of_weight: row.share,
  lost: row.lost,
})
