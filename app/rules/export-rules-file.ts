// The file behind both exports of the rules: every rule of the catalogue, with how the estate stands under it.
import { recordedFile } from '#app/_export/recorded-file.ts'
import type { FileFormat, FileRow } from '#app/_export/table-file.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { openViewForRoute } from '#app/view.ts'
import { compliance } from '#lib/domain/posture.ts'
import { getPosture, type RuleStanding } from '#lib/queries/get-posture.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { ruleAreas } from '#lib/rules/rule.ts'

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

export const ruleColumns = [
  'rule',
  'title',
  'failing_state',
  'area',
  'severity',
  'judges',
  'fail',
  'pass',
  'unknown',
  'waived',
  'compliance',
] as const

/** In the order of the page: area by area. A rule that never judged anything is there as well. */
export const rulesExport = (standings: readonly RuleStanding[]): FileRow[] =>
  ruleAreas.flatMap((area) =>
    catalogue
      .filter((rule) => rule.area === area)
      .map((rule) => {
        const standing = standings.find(({ ruleId }) => ruleId === rule.id)
        const { pass = 0, fail = 0, unknown = 0, waived = 0 } = standing ?? {}
        return {
          rule: rule.id,
          title: rule.title,
          failing_state: rule.failing,
          area,
          severity: rule.severity,
          judges: rule.subject,
          fail,
          pass,
          unknown,
          waived,
          compliance: compliance({ pass, fail }),
        } satisfies Record<(typeof ruleColumns)[number], unknown>
      }),
  )
