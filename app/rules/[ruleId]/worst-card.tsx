// Where one rule fails worst: the first rows of At risk, narrowed to it.
import type { View } from '#app/view.ts'
import { FindingsTable } from '#app/findings/findings-table.tsx'
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { count } from '#lib/format/number.ts'
import { countFindings } from '#lib/queries/findings/count-findings.ts'
import { listFindings } from '#lib/queries/findings/list-findings.ts'
import { getThresholds } from '#lib/queries/get-thresholds.ts'
import type { Rule } from '#lib/rules/rule.ts'

const most = 10
const longestFirst = { sort: 'since', direction: 'asc' } as const

export async function WorstCard({ view, rule }: { view: View; rule: Rule }) {
  const { db, scope, at, asOf } = view
  const search = withFilter({ ...defaultSearch, order: longestFirst }, { rules: [rule.id] })
  const { filter, order } = search
  const [counts, rows, { rotationDays }] = await Promise.all([
    countFindings(db, scope, { at, filter }),
    listFindings(db, scope, { at, filter, order, page: 1, pageSize: most }),
    getThresholds(db, { at }),
  ])
  if (rows.length === 0) {
    return (
      <Card title="Failing longest">
        <EmptyState title="Nothing is known to fail">
          {counts.unknownSubjects > 0
            ? `Of what could be judged: ${count(counts.unknownSubjects)} could not.`
            : `Nothing that you may see is known to fail this rule${counts.waivedSubjects > 0 ? ' without being waived' : ''}.`}
        </EmptyState>
      </Card>
    )
  }
  return (
    <Card
      title="Failing longest"
      note={rows.length < counts.subjects ? `The first ${rows.length} of ${count(counts.subjects)}.` : null}
      href={findingsHref(search, asOf)}
      hrefLabel={`All ${count(counts.subjects)} in At risk`}
      flush
    >
      <FindingsTable view={view} search={search} rows={rows} rotationDays={rotationDays} />
    </Card>
  )
}
