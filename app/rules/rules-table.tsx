// The rules of one area with how the estate stands under them.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { UnknownCount, WaivedCount } from '#app/findings/severity-count.tsx'
import { Sparkline } from '#components/charts/sparkline.tsx'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Link } from '#components/ui/link.tsx'
import { SeverityBadge } from '#components/ui/severity-badge.tsx'
import { compliance } from '#lib/domain/posture.ts'
import { isoDate } from '#lib/format/date.ts'
import { count, percent } from '#lib/format/number.ts'
import type { CompliancePoint } from '#lib/queries/rules/list-compliance-by-rule.ts'
import type { Rule } from '#lib/rules/rule.ts'
import { subjectWords } from './words.ts'

export type RuleLine = {
  rule: Rule
  pass: number
  fail: number
  unknown: number
  waived: number
  trend: readonly CompliancePoint[]
}

export function RulesTable({ area, lines, asOf }: { area: string; lines: readonly RuleLine[]; asOf: string | null }) {
  return (
    <DataTable
      caption={`Rules about ${area.toLowerCase()}`}
      columns={columnsFor(asOf)}
      rows={lines}
      rowKey={({ rule }) => rule.id}
    />
  )
}

const columnsFor = (asOf: string | null): Column<RuleLine>[] => [
  {
    key: 'rule',
    header: 'Rule',
    width: 'sm:w-[34%]',
    cell: ({ rule }) => (
      <>
        <Link href={withAsOf(`/rules/${rule.id}`, asOf)} look="row">
          {rule.title}
        </Link>
        <div className="text-faint">{rule.failing}</div>
      </>
    ),
  },
  {
    key: 'severity',
    header: 'Severity',
    width: 'sm:w-24',
    cell: ({ rule }) => <SeverityBadge severity={rule.severity} />,
  },
  {
    key: 'subject',
    header: 'Judges',
    width: 'sm:w-28',
    hideBelow: 'md',
    cell: ({ rule }) => <span className="text-soft">{subjectWords[rule.subject]}</span>,
  },
  {
    key: 'fail',
    header: 'Failing',
    align: 'right',
    width: 'sm:w-28',
    cell: ({ rule, pass, fail }) => (
      <>
        {fail > 0 ? (
          <Link href={findingsHref(withFilter(defaultSearch, { rules: [rule.id] }), asOf)}>{count(fail)}</Link>
        ) : (
          '0'
        )}{' '}
        <span className="text-faint">of {count(pass + fail)}</span>
      </>
    ),
  },
  {
    key: 'unknown',
    header: 'Unknown',
    align: 'right',
    width: 'sm:w-24',
    cell: ({ rule, unknown }) => (
      <UnknownCount
        value={unknown}
        href={findingsHref(withFilter(defaultSearch, { rules: [rule.id], status: 'unknown' }), asOf)}
      />
    ),
  },
  {
    key: 'waived',
    header: 'Waived',
    align: 'right',
    width: 'sm:w-20',
    cell: ({ rule, waived }) => (
      <WaivedCount
        value={waived}
        href={findingsHref(withFilter(defaultSearch, { rules: [rule.id], status: 'waived' }), asOf)}
      />
    ),
  },
  {
    key: 'compliance',
    header: 'Passing',
    align: 'right',
    width: 'sm:w-24',
    cell: (line) => {
      const share = compliance(line)
      return share === null ? <span className="text-faint">not decided</span> : percent(share)
    },
  },
  {
    key: 'trend',
    header: '90 days',
    width: 'sm:w-28',
    hideBelow: 'phone',
    cell: ({ rule, trend }) => {
      const known = trend.filter((point) => point.compliance !== null)
      const [first, last] = [known[0], known.at(-1)]
      if (!first || !last) return <span className="text-faint">no history</span>
      return (
        <Sparkline
          label={`${rule.title}: ${percent(first.compliance ?? 0)} on ${isoDate(first.at)}, ${percent(last.compliance ?? 0)} on ${isoDate(last.at)}`}
          rows={trend.map((point) => ({
            at: point.at,
            value: point.compliance === null ? null : point.compliance * 100,
          }))}
        />
      )
    },
  },
]
