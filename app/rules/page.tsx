// What does Kempt judge by, and how does the estate stand under each rule?
import type { Metadata } from 'next'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { openView } from '#app/view.ts'
import { ExportLinks } from '#components/table/export-links.tsx'
import { Card } from '#components/ui/card.tsx'
import { count } from '#lib/format/number.ts'
import { getPosture } from '#lib/queries/get-posture.ts'
import { listComplianceByRule } from '#lib/queries/rules/list-compliance-by-rule.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { ruleAreas } from '#lib/rules/rule.ts'
import { type RuleLine, RulesTable } from './rules-table.tsx'

export const metadata: Metadata = { title: 'Rules' }

const trendWeeks = 13

export default async function RulesPage({ searchParams }: PageProps<'/rules'>) {
  const view = await openView(searchParams)
  const { db, scope, at } = view
  const [standings, trends] = await Promise.all([
    getPosture(db, { scope, at }),
    listComplianceByRule(db, scope, { at, weeks: trendWeeks }),
  ])
  const lineOf = (rule: (typeof catalogue)[number]): RuleLine => {
    const { pass = 0, fail = 0, unknown = 0, waived = 0 } = standings.find(({ ruleId }) => ruleId === rule.id) ?? {}
    return { rule, pass, fail, unknown, waived, trend: trends.get(rule.id) ?? [] }
  }
  const areas = ruleAreas
    .map((area) => ({ area, lines: catalogue.filter((rule) => rule.area === area).map(lineOf) }))
    .filter(({ lines }) => lines.length > 0)
  return (
    <Shell view={view} current="rules">
      <PageHeader
        view={view}
        title="Rules"
        lede={`${count(catalogue.length)} rules, from Microsoft's own advice. Each page is the manual: why it matters, how to fix it, where it is written.`}
        actions={<ExportLinks hrefFor={(format) => withAsOf(`/rules/export.${format}`, view.asOf)} />}
      />
      <div className="grid grid-cols-1 gap-4">
        {areas.map(({ area, lines }) => (
          <Card key={area} title={area} flush>
            <RulesTable area={area} lines={lines} asOf={view.asOf} />
          </Card>
        ))}
      </div>
    </Shell>
  )
}
