// At risk, one finding a row: what one rule says of one object or vault.
import type { View } from '#app/view.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Breakable } from '#components/ui/breakable.tsx'
import { Link } from '#components/ui/link.tsx'
import { SeverityBadge } from '#components/ui/severity-badge.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { isoDate } from '#lib/format/date.ts'
import type { SingleFinding } from '#lib/queries/findings/list-single-findings.ts'
import { ownerHref } from '../owners/owner-href.ts'
import { WaivedShape } from '../waivers/waiver-badges.tsx'
import { type FindingsSearch, findingsHref } from './search.ts'
import { KindMark, PlaceCell, SinceCell } from './subject-cells.tsx'
import { kindWords } from './words.ts'

type SingleFindingsProps = { view: View; search: FindingsSearch; rows: readonly SingleFinding[] }

export function SingleFindings({ view, search, rows }: SingleFindingsProps) {
  return (
    <DataTable
      caption="Findings, one by one"
      columns={columnsFor(view, search)}
      rows={rows}
      rowKey={({ verdictId }) => verdictId}
    />
  )
}

const columnsFor = (view: View, search: FindingsSearch): Column<SingleFinding>[] => [
  {
    key: 'name',
    header: 'Object or vault',
    width: 'sm:min-w-48',
    cell: ({ key, kind, name, vaultName }) => (
      <div className="flex items-start gap-2">
        <KindMark kind={kind} />
        <div className="min-w-0">
          <Link href={findingsHref({ ...search, row: key }, view.asOf)} look="row" scroll={false}>
            <span className="sr-only">{kindWords[kind]} </span>
            <Breakable text={name} />
          </Link>
          <div className="mt-1.5 text-faint">
            {kind === 'vault' ? (
              'vault'
            ) : (
              <>
                in{' '}
                <Link href={withAsOf(`/vaults/${vaultName}`, view.asOf)} look="plain" className="hover:underline">
                  <Breakable text={vaultName} />
                </Link>
              </>
            )}
          </div>
        </div>
      </div>
    ),
  },
  {
    key: 'finding',
    header: 'Finding',
    width: 'sm:min-w-64',
    cell: ({ ruleId, failing, because, waivedUntil }) => (
      <>
        <Link href={withAsOf(`/rules/${ruleId}`, view.asOf)} look="row">
          {failing}
        </Link>
        <div className="text-faint [overflow-wrap:anywhere]">{because}</div>
        {waivedUntil ? (
          <div className="flex items-baseline gap-1.5 text-soft">
            <WaivedShape />
            Waived until {isoDate(waivedUntil)}
          </div>
        ) : null}
      </>
    ),
  },
  {
    key: 'severity',
    header: 'Severity',
    cell: ({ severity, status }) =>
      status === 'unknown' ? <UnknownMark word="Not judged" /> : <SeverityBadge severity={severity} />,
  },
  {
    key: 'owner',
    header: 'Owner',
    cell: ({ owner, environment, subscriptionName }) => (
      <PlaceCell {...{ owner, environment, subscriptionName }} ownerHref={ownerHref(owner, view)} />
    ),
  },
  {
    key: 'since',
    header: 'Failing for',
    align: 'right',
    cell: ({ failingSince }) => <SinceCell since={failingSince} at={view.at} />,
  },
]
