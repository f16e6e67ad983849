// Who reads what is theirs? Whoever stands here breaks first when something is rotated carelessly.
import { lastReadColumn, whoColumn } from '#app/callers/_cells/call-columns.tsx'
import { CountCell } from '#app/callers/_cells/count-cells.tsx'
import { callerHref } from '#app/callers/search.ts'
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { count } from '#lib/format/number.ts'
import { countOwnerLogs } from '#lib/queries/owners/count-owner-logs.ts'
import { listOwnerReaders, type OwnerReader } from '#lib/queries/owners/list-owner-readers.ts'
import type { Whose } from '../whose.ts'

export const readersTitle = 'Readers'

const most = 8

export async function ReadersCard({ view, whose: { owner } }: { view: View; whose: Whose }) {
  const { db, scope, at } = view
  const [{ rows, total }, log] = await Promise.all([
    listOwnerReaders(db, scope, { at, owner, most }),
    countOwnerLogs(db, scope, { at, owner }),
  ])
  const unread = log.vaults - log.read
  return (
    <Card
      title={readersTitle}
      note={
        <>
          Identities that read what is theirs, or tried to, in the last 30 days.
          {total > rows.length ? ` The ${rows.length} busiest of ${count(total)}.` : ''}{' '}
          {unread > 0 ? (
            <UnknownMark word="Not known">
              who reads in {count(unread)} of {count(log.vaults)} {log.vaults === 1 ? 'vault' : 'vaults'} without a log.
            </UnknownMark>
          ) : null}
        </>
      }
      flush
    >
      {rows.length > 0 ? (
        <DataTable
          caption="Identities that read what is theirs"
          columns={columnsFor(view)}
          rows={rows}
          rowKey={({ callerId }) => callerId}
        />
      ) : log.read > 0 ? (
        <EmptyState title="Nobody reads it">
          The logs that are read show no read of it in the last 30 days, as far as they reach.
        </EmptyState>
      ) : null}
    </Card>
  )
}

const columnsFor = ({ at, asOf }: View): Column<OwnerReader>[] => [
  whoColumn(asOf),
  {
    key: 'objects',
    header: 'Objects',
    align: 'right',
    cell: ({ identity, objects }) => <CountCell value={objects} href={`${callerHref(identity, asOf)}#reads`} />,
  },
  { key: 'calls', header: 'Reads', align: 'right', cell: ({ calls }) => count(calls) },
  { key: 'denied', header: 'Refused', align: 'right', cell: ({ denied }) => <CountCell value={denied} /> },
  lastReadColumn(at),
]
