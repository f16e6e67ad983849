// Who deleted, purged, backed up, restored or recovered this object, or tried to?
import { AddressList } from '#app/callers/_cells/address-list.tsx'
import { callsColumn, lastColumn, operationColumn, whoColumn } from '#app/callers/_cells/call-columns.tsx'
import { OutcomeBadge } from '#app/operations/operation-badge.tsx'
import { defaultOperations, operationsHref, withOperations } from '#app/operations/search.ts'
import { failureText, outcomeOf } from '#app/operations/words.ts'
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { TableFoot } from '#components/table/table-foot.tsx'
import { Card } from '#components/ui/card.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { count } from '#lib/format/number.ts'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'
import { listObjectOperations, type ObjectOperation } from '#lib/queries/objects/list-object-operations.ts'
import { objectPartHref } from '../../../../search.ts'
import { coverOf } from '../asked-once.ts'

const most = 10

export async function OperationsCard({ view, object }: { view: View; object: ObjectDetail }) {
  const { db, scope, at, asOf } = view
  const { objectId, vaultName, name } = object
  const [{ rows, total }, cover] = await Promise.all([
    listObjectOperations(db, scope, { at, objectId, most }),
    coverOf(view, object),
  ])
  const rest = total > rows.length ? ` The latest ${most} of ${count(total)}.` : ''
  const inOperations = { ...withOperations(defaultOperations, { vault: vaultName, text: name }), days: 90 } as const
  return (
    <Card
      title="Operations"
      note={
        rows.length > 0
          ? `Deleted, purged, backed up, restored or recovered, for as long as the log is remembered. A backup is the whole object, to be restored elsewhere.${rest}`
          : null
      }
      {...(rows.length > 0
        ? { href: operationsHref(inOperations, asOf), hrefLabel: 'Those of the last 90 days, in Operations' }
        : {})}
      flush={rows.length > 0}
    >
      {cover.heard === 0 ? (
        <p className={`text-table ${rows.length > 0 ? 'px-4 pb-3' : ''}`}>
          <UnknownMark word="Not covered">{cover.reason}</UnknownMark>
        </p>
      ) : null}
      {rows.length > 0 ? (
        <>
          <DataTable
            caption={`Sensitive operations on ${name}`}
            columns={columnsFor(view)}
            rows={rows}
            rowKey={({ day, operation, identity, outcome }) => `${day.getTime()} ${operation} ${identity} ${outcome}`}
          />
          <TableFoot exportHref={(format) => objectPartHref(object, `operations/export.${format}`, asOf)} />
        </>
      ) : cover.heard > 0 ? (
        <p className="text-table text-soft">
          It was not deleted, purged, backed up, restored or recovered, nor did anybody try to, on the days the log
          covers.
        </p>
      ) : null}
    </Card>
  )
}

const columnsFor = ({ at, asOf }: View): Column<ObjectOperation>[] => [
  operationColumn,
  whoColumn(asOf),
  {
    key: 'outcome',
    header: 'Outcome',
    cell: ({ outcome }) => (
      <>
        <OutcomeBadge outcome={outcomeOf(outcome)} />
        <div className="text-faint">{failureText([{ said: [outcome] }])}</div>
      </>
    ),
  },
  callsColumn,
  lastColumn(at),
  {
    key: 'from',
    header: 'From',
    hideBelow: 'phone',
    cell: ({ addresses }) => <AddressList addresses={addresses} />,
  },
]
