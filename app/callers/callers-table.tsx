// The callers within the scope, one a row.
import type { View } from '#app/view.ts'
import { oneOf } from '#app/_search/params.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Time } from '#components/ui/time.tsx'
import { byReads, callerSorts } from '#lib/queries/callers/caller-filter.ts'
import type { CallerRow } from '#lib/queries/callers/caller-rows.ts'
import { CallerCell } from './_cells/caller-cell.tsx'
import { CountCell, ReadsCell } from './_cells/count-cells.tsx'
import { callerHref, callersHref, type CallersSearch, descendingFirst } from './search.ts'
import { type TableColumn, tableColumnKeys, tableColumns } from './table-columns.ts'

type CallersTableProps = { view: View; search: CallersSearch; rows: readonly CallerRow[] }

export function CallersTable({ view, search, rows }: CallersTableProps) {
  const cells = cellsFor(view)
  return (
    <DataTable
      caption="Callers"
      columns={tableColumnKeys.map((key) => ({ key, header: tableColumns[key], ...cells[key] }))}
      shown={search.columns}
      rows={rows}
      rowKey={({ callerId }) => callerId}
      sorting={{
        key: search.order.sort,
        direction: search.order.direction,
        descendingFirst,
        hrefFor: (key, direction) =>
          callersHref(
            { ...search, order: { sort: oneOf(key, callerSorts) ?? byReads.sort, direction }, page: 1 },
            view.asOf,
          ),
      }}
    />
  )
}

type Cells = Record<TableColumn, Omit<Column<CallerRow>, 'key' | 'header'>>

function cellsFor({ at, asOf }: View): Cells {
  const part = (identity: string, anchor: string) => `${callerHref(identity, asOf)}#${anchor}`
  return {
    name: {
      sortable: true,
      width: 'sm:min-w-60',
      cell: (caller) => <CallerCell caller={caller} asOf={asOf} />,
    },
    reads: {
      sortable: true,
      align: 'right',
      cell: ({ identity, ...row }) => <ReadsCell {...row} href={part(identity, 'rhythm')} />,
    },
    objects: {
      sortable: true,
      align: 'right',
      cell: ({ identity, objects }) => <CountCell value={objects} href={part(identity, 'reads')} />,
    },
    vaults: {
      sortable: true,
      align: 'right',
      hideBelow: 'xl',
      cell: ({ vaults }) => <CountCell value={vaults} />,
    },
    denied: {
      sortable: true,
      align: 'right',
      cell: ({ identity, denied }) => <CountCell value={denied} href={part(identity, 'denied')} />,
    },
    throttled: {
      sortable: true,
      align: 'right',
      cell: ({ identity, throttled }) => <CountCell value={throttled} href={part(identity, 'throttled')} />,
    },
    addresses: {
      sortable: true,
      align: 'right',
      hideBelow: 'lg',
      cell: ({ identity, addresses }) => <CountCell value={addresses} href={part(identity, 'addresses')} />,
    },
    needless: {
      sortable: true,
      align: 'right',
      cell: ({ identity, needless }) => <CountCell value={needless} href={part(identity, 'reads')} />,
    },
    first: {
      sortable: true,
      hideBelow: 'xl',
      cell: ({ firstAt }) => <Time at={firstAt} to="day" />,
    },
    last: { sortable: true, cell: ({ lastAt }) => <Time at={lastAt} now={at} /> },
  }
}
