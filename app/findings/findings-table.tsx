// At risk, one object or vault a row.
import type { View } from '#app/view.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Link } from '#components/ui/link.tsx'
import type { FindingRow } from '#lib/queries/findings/finding-rows.ts'
import { oneOf } from '../_search/params.ts'
import { findingSorts } from '#lib/queries/findings/finding-order.ts'
import { ownerHref } from '../owners/owner-href.ts'
import { FindingBadges } from './finding-badges.tsx'
import { type FindingsSearch, findingsHref } from './search.ts'
import { ExpiresCell, KindMark, LastReadCell, PlaceCell, RotatedCell, SinceCell } from './subject-cells.tsx'
import { type TableColumn, tableColumnKeys, tableColumns } from './table-columns.ts'
import { kindWords } from './words.ts'

type FindingsTableProps = { view: View; search: FindingsSearch; rows: readonly FindingRow[]; rotationDays: number }

export function FindingsTable({ view, search, rows, rotationDays }: FindingsTableProps) {
  return (
    <DataTable
      caption="Objects and vaults with what was found about them"
      columns={columnsFor(view, search, rotationDays)}
      shown={search.columns}
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

const columnsFor = (view: View, search: FindingsSearch, rotationDays: number): Column<FindingRow>[] => {
  const cells = cellsFor(view, search, rotationDays)
  return tableColumnKeys.map((key) => ({ key, header: tableColumns[key], ...cells[key] }))
}

const cellsFor = (
  view: View,
  search: FindingsSearch,
  rotationDays: number,
): Record<TableColumn, Omit<Column<FindingRow>, 'key' | 'header'>> => ({
  name: {
    sortable: true,
    width: 'sm:min-w-48',
    cell: ({ key, kind, name, vaultName }) => (
      <div className="flex items-start gap-2">
        <KindMark kind={kind} />
        <div className="min-w-0">
          <Link
            href={findingsHref({ ...search, row: key }, view.asOf)}
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
            // Far enough below the name that a finger hits the one it means.
            <div className="mt-1.5 text-faint">
              in{' '}
              <Link href={withAsOf(`/vaults/${vaultName}`, view.asOf)} look="plain" className="hover:underline">
                {vaultName}
              </Link>
            </div>
          )}
        </div>
      </div>
    ),
  },
  risk: {
    sortable: true,
    width: 'sm:min-w-56',
    cell: ({ findings }) => <FindingBadges findings={findings} />,
  },
  owner: { cell: (row) => <PlaceCell {...placeOf(row)} ownerHref={ownerHref(row.owner, view)} /> },
  expires: {
    sortable: true,
    cell: ({ kind, expiresAt }) => <ExpiresCell kind={kind} expiresAt={expiresAt} at={view.at} />,
  },
  rotated: {
    sortable: true,
    cell: ({ kind, rotatedAt }) => (
      <RotatedCell kind={kind} rotatedAt={rotatedAt} at={view.at} lineDays={rotationDays} />
    ),
  },
  read: { cell: (row) => <LastReadCell subject={row} at={view.at} /> },
  since: {
    sortable: true,
    cell: ({ failingSince }) => <SinceCell since={failingSince} at={view.at} />,
  },
})

const placeOf = ({ owner, environment, subscriptionName }: FindingRow) => ({ owner, environment, subscriptionName })
