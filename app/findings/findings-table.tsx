// At risk, one object or vault a row.
import type { View } from '#app/view.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Link } from '#components/ui/link.tsx'
import type { FindingRow } from '#lib/queries/findings/finding-rows.ts'
import { oneOf } from '../_search/params.ts'
import { findingSorts } from '#lib/queries/findings/finding-order.ts'
import { FindingBadges } from './finding-badges.tsx'
import { type FindingsSearch, findingsHref } from './search.ts'
import { ExpiresCell, KindMark, LastReadCell, PlaceCell, RotatedCell, SinceCell } from './subject-cells.tsx'
import { kindWords } from './words.ts'

type FindingsTableProps = { view: View; search: FindingsSearch; rows: readonly FindingRow[]; rotationDays: number }

export function FindingsTable({ view, search, rows, rotationDays }: FindingsTableProps) {
  return (
    <DataTable
      caption="Objects and vaults with what was found about them"
      columns={columnsFor(view, search, rotationDays)}
      rows={rows}
      rowKey={({ key }) => key}
      sorting={{
        key: search.order.sort,
        direction: search.order.direction,
        descendingFirst: ['risk'],
        hrefFor: (key, direction) =>
          findingsHref(
            { ...search, order: { sort: oneOf(key, findingSorts) ?? 'risk', direction }, page: 1, row: null },
            view.asOf,
          ),
      }}
    />
  )
}

const columnsFor = ({ at, asOf }: View, search: FindingsSearch, rotationDays: number): Column<FindingRow>[] => [
  {
    key: 'name',
    header: 'Name',
    sortable: true,
    width: 'sm:min-w-48',
    cell: ({ key, kind, name, vaultName }) => (
      <div className="flex items-start gap-2">
        <KindMark kind={kind} />
        <div className="min-w-0">
          <Link
            href={findingsHref({ ...search, row: key }, asOf)}
            look="row"
            scroll={false}
            aria-current={search.row === key ? 'true' : undefined}
            className="aria-[current=true]:text-accent"
          >
            <span className="sr-only">{kindWords[kind]} </span>
            {name}
          </Link>
          {kind === 'vault' ? (
            <div className="text-faint">vault</div>
          ) : (
            <div className="text-faint">
              in{' '}
              <Link href={withAsOf(`/vaults/${vaultName}`, asOf)} look="plain" className="hover:underline">
                {vaultName}
              </Link>
            </div>
          )}
        </div>
      </div>
    ),
  },
  {
    key: 'risk',
    header: 'Findings',
    sortable: true,
    width: 'sm:min-w-56',
    cell: ({ findings }) => <FindingBadges findings={findings} />,
  },
  { key: 'owner', header: 'Owner and place', cell: (row) => <PlaceCell {...placeOf(row)} /> },
  {
    key: 'expires',
    header: 'Expires',
    sortable: true,
    cell: ({ kind, expiresAt }) => <ExpiresCell kind={kind} expiresAt={expiresAt} at={at} />,
  },
  {
    key: 'rotated',
    header: 'Last rotated',
    sortable: true,
    cell: ({ kind, rotatedAt }) => <RotatedCell kind={kind} rotatedAt={rotatedAt} at={at} lineDays={rotationDays} />,
  },
  { key: 'read', header: 'Last read', cell: (row) => <LastReadCell subject={row} at={at} /> },
  {
    key: 'since',
    header: 'Failing for',
    sortable: true,
    cell: ({ failingSince }) => <SinceCell since={failingSince} at={at} />,
  },
]

const placeOf = ({ owner, environment, subscriptionName }: FindingRow) => ({ owner, environment, subscriptionName })
