// From where does a caller come?
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { TableFoot } from '#components/table/table-foot.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Time } from '#components/ui/time.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { count } from '#lib/format/number.ts'
import type { CallerDetail } from '#lib/queries/callers/get-caller.ts'
import { type CallerAddress, listCallerAddresses } from '#lib/queries/callers/list-caller-addresses.ts'
import { callerPartHref } from './search.ts'

const most = 25

export async function AddressesCard({ view, caller }: { view: View; caller: CallerDetail }) {
  const { db, scope, at, asOf } = view
  const { rows, total } = await listCallerAddresses(db, scope, { at, callerId: caller.callerId, most })
  const shown = total > rows.length ? ` The ${rows.length} busiest of ${count(total)}.` : ''
  return (
    <Card
      title="Addresses"
      note={`Over the last 30 days.${shown} Several are normal: every instance of an application may have its own, and each keeps its own copy of a secret.`}
      flush
    >
      <DataTable
        caption={`Addresses of ${caller.name}`}
        columns={columnsFor(at)}
        rows={rows}
        rowKey={({ address }) => address}
        empty={<EmptyState title="No address is known">The log shows no call of it in the last 30 days.</EmptyState>}
        tall
      />
      {rows.length > 0 ? (
        <TableFoot exportHref={(format) => callerPartHref(caller.identity, `addresses/export.${format}`, asOf)} />
      ) : null}
    </Card>
  )
}

const columnsFor = (at: Date): Column<CallerAddress>[] => [
  {
    key: 'address',
    header: 'Address',
    cell: ({ address }) =>
      address ? <span className="font-mono text-xs">{address}</span> : <UnknownMark word="Not named" />,
  },
  {
    key: 'reads',
    header: 'Reads',
    align: 'right',
    cell: ({ reads, denied }) => (
      <>
        {count(reads)}
        {denied > 0 ? <div className="text-faint">{count(denied)} refused</div> : null}
      </>
    ),
  },
  { key: 'first', header: 'First', cell: ({ firstAt }) => <Time at={firstAt} to="day" /> },
  { key: 'last', header: 'Last', cell: ({ lastAt }) => <Time at={lastAt} now={at} /> },
]
