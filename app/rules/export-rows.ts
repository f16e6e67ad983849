// What a file of the rules holds: every rule of the catalogue, and how the estate stands under it.
import type { FileRow } from '#app/_export/table-file.ts'
import { compliance } from '#lib/domain/posture.ts'
import type { RuleStanding } from '#lib/queries/get-posture.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { ruleAreas } from '#lib/rules/rule.ts'

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
