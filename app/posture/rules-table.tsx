// What a posture is made of: one row per rule, each number leading to its rows, and a last row that adds them up.
import type { ReactNode } from 'react'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { UnknownCount, WaivedCount } from '#app/findings/severity-count.tsx'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Link } from '#components/ui/link.tsx'
import { SeverityBadge } from '#components/ui/severity-badge.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { count, percent } from '#lib/format/number.ts'
import type { PostureFilter } from '#lib/queries/posture-filter.ts'
import { addUp, type Counts } from './denominator.tsx'
import type { Explained, ExplainedRule } from './explained-rows.ts'
import { rowsHref } from './search.ts'

type Total = Counts & { posture: number | null; weight: number }
type Line = { rule: ExplainedRule } | { total: Total }

type RulesTableProps = { explained: Explained; filter: PostureFilter; asOf: string | null }

export function PostureRulesTable({ explained: { rows, posture, weight }, filter, asOf }: RulesTableProps) {
  const lines: Line[] = [...rows.map((rule) => ({ rule })), { total: { ...addUp(rows), posture, weight } }]
  return (
    <DataTable
      caption="The rules that posture is made of"
      columns={columnsFor(filter, asOf)}
      rows={lines}
      rowKey={(line) => ('rule' in line ? line.rule.ruleId : 'total')}
    />
  )
}

function columnsFor(filter: PostureFilter, asOf: string | null): Column<Line>[] {
  const rowsOf = (ruleId: string, status: 'fail' | 'waived' | 'unknown') =>
    rowsHref(filter, { rules: [ruleId], status }, asOf)
  return [
    column('rule', 'Rule', {
      rule: ({ ruleId, failing }) => (
        <Link href={withAsOf(`/rules/${ruleId}`, asOf)} look="row">
          {failing}
        </Link>
      ),
      total: () => 'All rules',
      width: 'sm:min-w-52',
    }),
    column('severity', 'Severity', {
      rule: ({ severity }) => <SeverityBadge severity={severity} />,
      total: () => <span className="text-faint">–</span>,
      hideBelow: 'phone',
    }),
    number('weight', 'Weight', { rule: ({ weight }) => count(weight), total: ({ weight }) => count(weight) }),
    number('pass', 'Pass', { rule: ({ pass }) => count(pass), total: ({ pass }) => count(pass) }),
    number('fail', 'Fail', {
      rule: ({ ruleId, fail }) => (fail > 0 ? <Link href={rowsOf(ruleId, 'fail')}>{count(fail)}</Link> : '0'),
      total: ({ fail }) => count(fail),
    }),
    number('waived', 'Waived', {
      rule: ({ ruleId, waived }) => <WaivedCount value={waived} href={rowsOf(ruleId, 'waived')} />,
      total: ({ waived }) => count(waived),
    }),
    number('unknown', 'Unknown', {
      rule: ({ ruleId, unknown }) => <UnknownCount value={unknown} href={rowsOf(ruleId, 'unknown')} />,
      total: ({ unknown }) => count(unknown),
    }),
    number('compliance', 'Compliance', {
      rule: ({ compliance }) => share(compliance, 'not decided'),
      total: ({ posture }) => (posture === null ? <UnknownMark /> : percent(posture)),
    }),
    number('share', 'Share of weight', {
      rule: (rule) => share(rule.share, 'no say'),
      total: ({ posture }) => share(posture === null ? null : 1, 'no say'),
      hideBelow: 'phone',
    }),
    number('lost', 'Points lost', {
      rule: ({ lost }) => (lost === null ? <span className="text-faint">–</span> : points(lost)),
      total: ({ posture }) => (posture === null ? <span className="text-faint">–</span> : points(1 - posture)),
    }),
  ]
}

type Cells = Pick<Column<Line>, 'width' | 'hideBelow' | 'align'> & {
  rule: (rule: ExplainedRule) => ReactNode
  total: (total: Total) => ReactNode
}

const column = (key: string, header: string, { rule, total, ...rest }: Cells): Column<Line> => ({
  key,
  header,
  ...rest,
  cell: (line) =>
    'rule' in line ? rule(line.rule) : <span className="font-semibold text-ink">{total(line.total)}</span>,
})

const number = (key: string, header: string, cells: Cells) => column(key, header, { align: 'right', ...cells })

const share = (value: number | null, otherwise: string) =>
  value === null ? <span className="text-faint">{otherwise}</span> : percent(value)

/** A share of 1 in points of posture: 0.0357 is 3.57. */
const points = (value: number) => (value * 100).toFixed(2)
