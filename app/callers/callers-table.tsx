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

type CallersTableProps = { view: View; search: CallersSearch; rows: readonly CallerRow[] }

export function CallersTable({ view, search, rows }: CallersTableProps) {
  return (
    <DataTable
      caption="Callers"
      columns={columnsFor(view)}
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

function columnsFor({ at, asOf }: View): Column<CallerRow>[] {
  const part = (identity: string, anchor: string) => `${callerHref(identity, asOf)}#${anchor}`
  return [
    {
      key: 'name',
      header: 'Who',
      sortable: true,
      width: 'sm:min-w-60',
      cell: (caller) => <CallerCell caller={caller} asOf={asOf} />,
    },
    {
      key: 'reads',
      header: 'Reads',
      sortable: true,
      align: 'right',
      cell: ({ identity, ...row }) => <ReadsCell {...row} href={part(identity, 'rhythm')} />,
    },
    {
      key: 'objects',
      header: 'Objects',
      sortable: true,
      align: 'right',
      cell: ({ identity, objects }) => <CountCell value={objects} href={part(identity, 'reads')} />,
    },
    {
      key: 'vaults',
      header: 'Vaults',
      sortable: true,
      align: 'right',
      hideBelow: 'xl',
      cell: ({ vaults }) => <CountCell value={vaults} />,
    },
    {
      key: 'denied',
      header: 'Refused',
      sortable: true,
      align: 'right',
      cell: ({ identity, denied }) => <CountCell value={denied} href={part(identity, 'denied')} />,
    },
    {
      key: 'throttled',
      header: 'Throttled',
      sortable: true,
      align: 'right',
      cell: ({ identity, throttled }) => <CountCell value={throttled} href={part(identity, 'throttled')} />,
    },
    {
      key: 'addresses',
      header: 'Addresses',
      sortable: true,
      align: 'right',
      hideBelow: 'lg',
      cell: ({ identity, addresses }) => <CountCell value={addresses} href={part(identity, 'addresses')} />,
    },
    {
      key: 'needless',
      header: 'Needless, 7 days',
      sortable: true,
      align: 'right',
      cell: ({ identity, needless }) => <CountCell value={needless} href={part(identity, 'reads')} />,
    },
    {
      key: 'first',
      header: 'First seen',
      sortable: true,
      hideBelow: 'xl',
      cell: ({ firstAt }) => <Time at={firstAt} to="day" />,
    },
    { key: 'last', header: 'Last seen', sortable: true, cell: ({ lastAt }) => <Time at={lastAt} now={at} /> },
  ]
}
