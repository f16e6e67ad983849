// What became of this object, from snapshot to snapshot?
import type { View } from '#app/view.ts'
import { ChangeBadge } from '#app/changes/change-badge.tsx'
import { Line } from '#app/changes/change-cells.tsx'
import { fieldLine } from '#app/changes/field-words.ts'
import { changesHref, defaultChanges, withChanges } from '#app/changes/search.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Card } from '#components/ui/card.tsx'
import { Time } from '#components/ui/time.tsx'
import { isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'
import { listObjectChanges } from '#lib/queries/objects/list-object-changes.ts'
import type { ObjectChange } from '#lib/queries/objects/state-changes.ts'

const most = 10

export async function ChangesCard({ view, object }: { view: View; object: ObjectDetail }) {
  const { db, scope, at, asOf } = view
  const { objectId, vaultName, name, seenFirstAt } = object
  const changes = await listObjectChanges(db, scope, { at, objectId })
  const latest = changes.length > most ? ` The latest ${most} of ${count(changes.length)}.` : ''
  return (
    <Card
      title="Changes"
      note={`Since Kempt first saw it on ${isoDate(seenFirstAt)}, each with the snapshot that saw it so.${latest}`}
      href={changesHref(withChanges(defaultChanges, { vault: vaultName, text: name }), asOf)}
      hrefLabel="With its findings, in Changes"
      flush
    >
      <DataTable
        caption={`What changed about ${name}`}
        columns={columnsFor(at)}
        rows={changes.slice(0, most)}
        rowKey={({ seenAt, change }) => `${seenAt.getTime()} ${change}`}
        empty={<p className="px-4 pb-4 text-table text-soft">Nothing about it has changed.</p>}
      />
    </Card>
  )
}

const columnsFor = (at: Date): Column<ObjectChange>[] => [
  {
    key: 'when',
    header: 'Seen',
    cell: ({ seenAt }) => (
      <>
        <Time at={seenAt} to="day" />
        <div className="text-faint">
          <Time at={seenAt} now={at} />
        </div>
      </>
    ),
  },
  { key: 'kind', header: 'Change', cell: ({ change }) => <ChangeBadge change={change} /> },
  {
    key: 'what',
    header: 'What changed',
    width: 'sm:min-w-64',
    cell: ({ fields }) =>
      fields.length > 0 ? (
        <div className="space-y-0.5 [overflow-wrap:anywhere]">
          {fields.map(fieldLine).map((line) => (
            <Line key={line.label} line={line} />
          ))}
        </div>
      ) : (
        <span className="text-faint">–</span>
      ),
  },
]
