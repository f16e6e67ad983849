// Who deleted, purged, backed up, restored or recovered this object, or tried to?
import type { View } from '#app/view.ts'
import { CallerLink } from '#app/operations/caller-link.tsx'
import { OperationBadge } from '#app/operations/operation-badge.tsx'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Time } from '#components/ui/time.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { count } from '#lib/format/number.ts'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'
import { listObjectOperations, type ObjectOperation } from '#lib/queries/objects/list-object-operations.ts'
import { daysOf, partsOf } from './asked-once.ts'
import { logCover } from './log-words.ts'

const most = 25

export async function OperationsCard({ view, object }: { view: View; object: ObjectDetail }) {
  const { db, scope, at } = view
  const { objectId, vaultId, name } = object
  const [{ rows, total }, days, parts] = await Promise.all([
    listObjectOperations(db, scope, { at, objectId, most }),
    daysOf(view, objectId),
    partsOf(view, vaultId),
  ])
  const cover = logCover(
    days,
    parts.find(({ part }) => part === 'access-log'),
  )
  const rest = total > rows.length ? ` The latest ${most} of ${count(total)}.` : ''
  return (
    <Card
      title="Operations"
      note={`Deleted, purged, backed up, restored or recovered, for as long as the log is remembered. A backup is the whole object, to be restored elsewhere.${rest}`}
      flush
    >
      {cover.heard === 0 ? (
        <p className="px-4 pb-3 text-table">
          <UnknownMark word="Not covered">{cover.reason}</UnknownMark>
        </p>
      ) : null}
      {rows.length > 0 ? (
        <DataTable
          caption={`Sensitive operations on ${name}`}
          columns={columnsFor(view)}
          rows={rows}
          rowKey={({ day, operation, identity, outcome }) => `${day.getTime()} ${operation} ${identity} ${outcome}`}
        />
      ) : cover.heard > 0 ? (
        <EmptyState title="None">The log shows no such operation on it, on the days it covers.</EmptyState>
      ) : null}
    </Card>
  )
}

const outcomeWords: Record<ObjectOperation['outcome'], string> = {
  ok: 'done',
  denied: 'denied',
  missing: 'not found',
  throttled: 'throttled',
  error: 'failed',
}

const columnsFor = ({ at, asOf }: View): Column<ObjectOperation>[] => [
  {
    key: 'what',
    header: 'What',
    cell: ({ what, outcome, calls }) => (
      <>
        <OperationBadge kind={what} />
        <div className="text-faint">
          {outcomeWords[outcome]}
          {calls > 1 ? `, ${count(calls)} calls` : ''}
        </div>
      </>
    ),
  },
  { key: 'who', header: 'Who', width: 'sm:min-w-36', cell: (caller) => <CallerLink caller={caller} asOf={asOf} /> },
  {
    key: 'when',
    header: 'When',
    cell: ({ lastAt }) => (
      <>
        <Time at={lastAt} />
        <div className="text-faint">
          <Time at={lastAt} now={at} />
        </div>
      </>
    ),
  },
  {
    key: 'from',
    header: 'From',
    hideBelow: 'phone',
    cell: ({ addresses }) => (
      <span className="font-mono text-xs">
        {addresses.slice(0, 3).join(', ')}
        {addresses.length > 3 ? (
          <span className="font-sans text-faint"> and {count(addresses.length - 3)} more</span>
        ) : null}
      </span>
    ),
  },
]
