// Which calls to this object were refused, throttled, or found nothing there, on which day and by whom?
import { callsColumn, dayColumn, spanColumn, whoColumn } from '#app/callers/_cells/call-columns.tsx'
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { TableFoot } from '#components/table/table-foot.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { count } from '#lib/format/number.ts'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'
import { listObjectRefusals, type ObjectRefusal } from '#lib/queries/objects/list-object-refusals.ts'
import { objectPartHref } from '../../../../search.ts'
import { coverOf } from '../asked-once.ts'
import { coveredSpan } from './log-words.ts'
import { UncoveredLine } from './uncovered-line.tsx'

const most = 25

export async function RefusalsCard({ view, object }: { view: View; object: ObjectDetail }) {
  const { db, scope, at, asOf } = view
  const { objectId, name } = object
  const [{ rows, total }, cover] = await Promise.all([
    listObjectRefusals(db, scope, { at, objectId, most }),
    coverOf(view, object),
  ])
  const rest = total > rows.length ? ` The latest ${most} of ${count(total)}.` : ''
  const isTold = rows.length > 0 && cover.heard > 0
  return (
    <Card
      title="Refused, throttled and not found"
      note={isTold ? `By day and caller, ${coveredSpan(cover)}.${rest}` : null}
      flush={rows.length > 0}
    >
      <UncoveredLine cover={cover} className={rows.length > 0 ? 'px-4 pb-3' : 'not-last:mb-2'} />
      {rows.length > 0 ? (
        <>
          <DataTable
            caption={`Calls to ${name} that were refused, throttled, or found nothing`}
            columns={columnsFor(asOf)}
            rows={rows}
            rowKey={({ day, identity, outcome }) => `${day.getTime()} ${identity} ${outcome}`}
          />
          <TableFoot exportHref={(format) => objectPartHref(object, `refused/export.${format}`, asOf)} />
        </>
      ) : cover.heard > 0 ? (
        <p className="text-table text-soft">No call to it was refused {coveredSpan(cover)}.</p>
      ) : null}
    </Card>
  )
}

const outcomeWords: Record<ObjectRefusal['outcome'], string> = {
  denied: 'Refused',
  throttled: 'Throttled',
  missing: 'Not found',
}

const columnsFor = (asOf: string | null): Column<ObjectRefusal>[] => [
  dayColumn,
  whoColumn(asOf),
  {
    key: 'outcome',
    header: 'Outcome',
    cell: ({ outcome }) => <Badge tone={outcome === 'missing' ? 'neutral' : 'medium'}>{outcomeWords[outcome]}</Badge>,
  },
  { key: 'operations', header: 'Operation', cell: ({ operations }) => operations.join(', ') },
  callsColumn,
  spanColumn,
]
