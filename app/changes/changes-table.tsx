// Changes, one subject and change a row.
import type { View } from '#app/view.ts'
import { oneOf } from '#app/_search/params.ts'
import { PlaceCell } from '#app/findings/subject-cells.tsx'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Time } from '#components/ui/time.tsx'
import { changeSorts } from '#lib/queries/changes/change-filter.ts'
import type { ChangeRow } from '#lib/queries/changes/change-row.ts'
import { ChangeBadge } from './change-badge.tsx'
import { SubjectCell, WhatCell } from './change-cells.tsx'
import type { Comparison } from './comparison.ts'
import { type ChangesSearch, changesHref } from './search.ts'

type ChangesTableProps = { view: View; comparison: Comparison; search: ChangesSearch; rows: readonly ChangeRow[] }

export function ChangesTable({ view, comparison, search, rows }: ChangesTableProps) {
  const columns: Column<ChangeRow>[] = [
    {
      key: 'subject',
      header: 'Subject',
      sortable: true,
      width: 'sm:min-w-56',
      cell: (row) => <SubjectCell row={row} comparison={comparison} view={view} />,
    },
    { key: 'kind', header: 'Change', sortable: true, cell: ({ change }) => <ChangeBadge change={change} /> },
    {
      key: 'what',
      header: 'What changed',
      width: 'sm:min-w-72',
      cell: (row) => <WhatCell row={row} comparison={comparison} view={view} />,
    },
    {
      key: 'place',
      header: 'Owner and place',
      cell: ({ owner, environment, subscriptionName }) => (
        <PlaceCell owner={owner} environment={environment} subscriptionName={subscriptionName} />
      ),
    },
    {
      key: 'when',
      header: 'Seen',
      sortable: true,
      cell: ({ changedAt }) => (
        <>
          <Time at={changedAt} to="day" />
          <div className="text-faint">
            <Time at={changedAt} now={view.at} />
          </div>
        </>
      ),
    },
  ]
  return (
    <DataTable
      caption="What changed between the two snapshots"
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      sorting={{
        key: search.order.sort,
        direction: search.order.direction,
        descendingFirst: ['when'],
        hrefFor: (key, direction) =>
          changesHref({ ...search, order: { sort: oneOf(key, changeSorts) ?? 'when', direction }, page: 1 }, view.asOf),
      }}
    />
  )
}
