// Which rules drag us down? Those that take most of what is missing from posture.
import { explain } from '#app/posture/explained-rows.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { severityWord } from '#components/ui/severity-badge.tsx'
import { SeverityShape } from '#components/ui/severity-shape.tsx'
import { count } from '#lib/format/number.ts'
import { getPosture, type RuleStanding } from '#lib/queries/get-posture.ts'
import { momentOf } from './moment-of.ts'
import { oncePerSnapshot } from './once-per-snapshot.ts'

export const costliestTitle = 'Costliest rules'

type CostlyRule = RuleStanding & { lost: number }

/** As many as there are lowest vaults and owners beside it. */
const limit = 5

export async function CostliestCard({ view }: { view: View }) {
  const { db, scope, at, asOf } = view
  const rules = await oncePerSnapshot('costliest rules', await momentOf(view), () => getPosture(db, { scope, at }))
  const costly = explain(rules).rows.flatMap(({ lost, ...rule }): CostlyRule[] => (lost ? [{ ...rule, lost }] : []))
  const columns: Column<CostlyRule>[] = [
    {
      key: 'rule',
      header: 'Rule',
      cell: ({ ruleId, failing, severity }) => (
        <span className="grid grid-cols-[10px_minmax(0,1fr)] items-baseline gap-x-2">
          <SeverityShape severity={severity} />
          <span>
            <span className="sr-only">{severityWord[severity]}: </span>
            <Link href={withAsOf(`/rules/${ruleId}`, asOf)} look="row">
              {failing}
            </Link>
          </span>
        </span>
      ),
    },
    {
      key: 'lost',
      header: 'Points lost',
      align: 'right',
      cell: ({ ruleId, lost, pass, fail }) => (
        <>
          <span className="font-medium">{(lost * 100).toFixed(1)}</span>
          <span className="block text-xs text-faint">
            <Link href={withAsOf(`/findings?rule=${ruleId}`, asOf)}>{count(fail)}</Link> of {count(pass + fail)} fail
          </span>
        </>
      ),
    },
  ]
  return (
    <Card
      title={costliestTitle}
      note={costly.length > limit ? `${limit} of ${count(costly.length)} rules that fail` : undefined}
      href={withAsOf('/posture', asOf)}
      hrefLabel="All rules"
      flush
    >
      <DataTable
        caption="Costliest rules, by what they take from posture"
        columns={columns}
        rows={costly.slice(0, limit)}
        rowKey={({ ruleId }) => ruleId}
        empty={<EmptyState title="No rule fails" />}
      />
    </Card>
  )
}
