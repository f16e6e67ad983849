// What was opened and fixed, one finding a row, the latest first.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { ownerHref } from '#app/owners/owner-href.ts'
import { objectHref, vaultHref } from '#app/vaults/search.ts'
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Breakable } from '#components/ui/breakable.tsx'
import { Link } from '#components/ui/link.tsx'
import { SeverityBadge } from '#components/ui/severity-badge.tsx'
import { Time } from '#components/ui/time.tsx'
import type { FindingEvent } from '#lib/queries/findings/list-finding-events.ts'
import { KindMark, OwnerCell } from '../subject-cells.tsx'
import { kindWords } from '../words.ts'
import { whatWords } from './flow-counts.tsx'

export function FlowTable({ view, rows }: { view: View; rows: readonly FindingEvent[] }) {
  return (
    <DataTable
      caption="Findings opened and fixed"
      columns={columnsFor(view)}
      rows={rows}
      rowKey={({ what, verdictId }) => `${what} ${verdictId}`}
    />
  )
}

const columnsFor = (view: View): Column<FindingEvent>[] => [
  {
    key: 'name',
    header: 'Object or vault',
    width: 'sm:min-w-48',
    cell: ({ kind, name, vaultName }) => (
      <div className="flex items-start gap-2">
        <KindMark kind={kind} />
        <div className="min-w-0">
          <Link
            href={kind === 'vault' ? vaultHref(vaultName, view.asOf) : objectHref({ vaultName, kind, name }, view.asOf)}
            look="row"
          >
            <span className="sr-only">{kindWords[kind]} </span>
            <Breakable text={name} />
          </Link>
          <div className="text-faint">{kind === 'vault' ? 'vault' : <Breakable text={`in ${vaultName}`} />}</div>
        </div>
      </div>
    ),
  },
  {
    key: 'finding',
    header: 'Finding',
    width: 'sm:min-w-64',
    cell: ({ ruleId, failing, because }) => (
      <>
        <Link href={withAsOf(`/rules/${ruleId}`, view.asOf)} look="row">
          {failing}
        </Link>
        <div className="text-faint [overflow-wrap:anywhere]">{because}</div>
      </>
    ),
  },
  { key: 'severity', header: 'Severity', cell: ({ severity }) => <SeverityBadge severity={severity} /> },
  { key: 'owner', header: 'Owner', cell: ({ owner }) => <OwnerCell owner={owner} href={ownerHref(owner, view)} /> },
  {
    key: 'when',
    header: 'What and when',
    cell: ({ what, at, failingSince }) => (
      <>
        {whatWords[what]} <Time at={at} />
        {what === 'fixed' ? (
          <div className="text-faint">
            failing since <Time at={failingSince} to="day" />
          </div>
        ) : null}
      </>
    ),
  },
]
