// One row for each rule that a draft touches: what fails, and what would.
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Link } from '#components/ui/link.tsx'
import { SeverityBadge } from '#components/ui/severity-badge.tsx'
import { count } from '#lib/format/number.ts'
import type { RulePreview } from '#lib/preview/judgement.ts'

export function PreviewTable({ rules }: { rules: readonly RulePreview[] }) {
  return <DataTable caption="What the draft would do" columns={columns} rows={rules} rowKey={({ rule }) => rule.id} />
}

const latest = ({ points }: RulePreview) => points.at(-1)

const columns: Column<RulePreview>[] = [
  {
    key: 'rule',
    header: 'Rule',
    width: 'sm:w-[32%]',
    cell: ({ rule }) => (
      <Link href={`/rules/${rule.id}`} look="row">
        {rule.failing}
      </Link>
    ),
  },
  {
    key: 'severity',
    header: 'Severity',
    hideBelow: 'md',
    cell: ({ rule }) => <SeverityBadge severity={rule.severity} />,
  },
  {
    key: 'before',
    header: 'Fails now',
    align: 'right',
    cell: (row) => {
      const { before } = latest(row) ?? {}
      if (!before) return null
      return (
        <>
          {before.fail > 0 ? (
            <Link href={findingsHref(withFilter(defaultSearch, { rules: [row.rule.id] }), null)}>
              {count(before.fail)}
            </Link>
          ) : (
            '0'
          )}{' '}
          <span className="text-faint">of {count(before.pass + before.fail)}</span>
        </>
      )
    },
  },
  {
    key: 'after',
    header: 'Would fail',
    align: 'right',
    cell: (row) => {
      const { after } = latest(row) ?? {}
      if (!after) return null
      return (
        <>
          <strong className="font-semibold">{count(after.fail)}</strong>{' '}
          <span className="text-faint">of {count(after.pass + after.fail)}</span>
        </>
      )
    },
  },
  { key: 'failing', header: 'Newly failing', align: 'right', cell: ({ newlyFailing }) => count(newlyFailing.total) },
  {
    key: 'passing',
    header: 'No longer failing',
    align: 'right',
    cell: ({ newlyPassing }) => count(newlyPassing.total),
  },
  {
    key: 'unknown',
    header: 'Unknown',
    align: 'right',
    hideBelow: 'phone',
    cell: (row) => count(latest(row)?.after.unknown ?? 0),
  },
  {
    key: 'waived',
    header: 'Waived',
    align: 'right',
    hideBelow: 'phone',
    cell: (row) => count(latest(row)?.after.waived ?? 0),
  },
]
