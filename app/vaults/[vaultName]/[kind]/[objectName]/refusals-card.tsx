// Which calls to this object were denied, throttled, or found nothing there, on which day and by whom?
import type { View } from '#app/view.ts'
import { CallerLink } from '#app/operations/caller-link.tsx'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Time } from '#components/ui/time.tsx'
import { count } from '#lib/format/number.ts'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'
import { listObjectRefusals, type ObjectRefusal } from '#lib/queries/objects/list-object-refusals.ts'
import { daysOf, partsOf } from './asked-once.ts'
import { coveredSpan, logCover } from './log-words.ts'
import { UncoveredLine } from './uncovered-line.tsx'

const most = 25

export async function RefusalsCard({ view, object }: { view: View; object: ObjectDetail }) {
  const { db, scope, at } = view
  const { objectId, vaultId, name } = object
  const [{ rows, total }, days, parts] = await Promise.all([
    listObjectRefusals(db, scope, { at, objectId, most }),
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
      title="Denied, throttled and not found"
      note={cover.heard > 0 ? `By day and caller, ${coveredSpan(cover)}.${rest}` : null}
      flush
    >
      {cover.heard < cover.days ? (
        <div className="px-4 pb-3">
          <UncoveredLine cover={cover} />
        </div>
      ) : null}
      {rows.length > 0 ? (
        <DataTable
          caption={`Calls to ${name} that were refused`}
          columns={columnsFor(view)}
          rows={rows}
          rowKey={({ day, identity, outcome }) => `${day.getTime()} ${identity} ${outcome}`}
        />
      ) : cover.heard > 0 ? (
        <EmptyState title="None">No call to it was refused {coveredSpan(cover)}.</EmptyState>
      ) : null}
    </Card>
  )
}

const outcomeWords: Record<ObjectRefusal['outcome'], string> = {
  denied: 'Denied',
  throttled: 'Throttled',
  missing: 'Not found',
}

const columnsFor = ({ asOf }: View): Column<ObjectRefusal>[] => [
  { key: 'day', header: 'Day', cell: ({ day }) => <Time at={day} to="day" /> },
  { key: 'who', header: 'Who', cell: (caller) => <CallerLink caller={caller} asOf={asOf} /> },
  {
    key: 'outcome',
    header: 'Outcome',
    cell: ({ outcome }) => <Badge tone={outcome === 'missing' ? 'neutral' : 'medium'}>{outcomeWords[outcome]}</Badge>,
  },
  { key: 'operations', header: 'Asked for', cell: ({ operations }) => operations.join(', ') },
  { key: 'calls', header: 'Calls', align: 'right', cell: ({ calls }) => count(calls) },
  { key: 'last', header: 'Last', hideBelow: 'phone', cell: ({ lastAt }) => <Time at={lastAt} /> },
]
