// What did a caller do besides reading?
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { SeverityShape } from '#components/ui/severity-shape.tsx'
import { Time } from '#components/ui/time.tsx'
import { type SensitiveKind, sensitiveKinds, sensitiveOperations } from '#lib/domain/sensitive-operations.ts'
import { count } from '#lib/format/number.ts'
import type { CallerDetail } from '#lib/queries/callers/get-caller.ts'
import { type CallerOperation, listCallerOperations } from '#lib/queries/callers/list-caller-operations.ts'
import { CalledCell } from '../object-link.tsx'

const most = 50

export async function OperationsCard({ view, caller }: { view: View; caller: CallerDetail }) {
  const { db, scope, at, asOf } = view
  const { rows, total } = await listCallerOperations(db, scope, { at, callerId: caller.callerId, most })
  if (rows.length === 0) {
    return (
      <Card title="Besides reading">
        <p className="text-table text-soft">The log shows nothing but reads of it in the last 30 days.</p>
      </Card>
    )
  }
  const lines = total > rows.length ? ` Shown are ${count(rows.length)} of ${count(total)} lines.` : ''
  return (
    <Card
      title="Besides reading"
      note={`What it did with success in the last 30 days; what takes away, carries out or brings back comes first.${lines}`}
      flush
    >
      <DataTable
        caption={`What ${caller.name} did besides reading`}
        columns={columnsFor(view.at, asOf)}
        rows={rows}
        rowKey={({ operation, vault, kind, name }) => [operation, vault, kind, name].join('/')}
        tall
      />
    </Card>
  )
}

const kindWords: Record<SensitiveKind, string> = {
  purged: 'Purged',
  deleted: 'Deleted',
  'backed-up': 'Backed up',
  restored: 'Restored',
  recovered: 'Recovered',
  'settings-changed': 'Changed settings',
}

const kindOf = (operation: string) =>
  sensitiveKinds.find((kind) => sensitiveOperations[kind].some((one) => one === operation))

const columnsFor = (at: Date, asOf: string | null): Column<CallerOperation>[] => [
  {
    key: 'operation',
    header: 'Operation',
    cell: ({ operation }) => {
      const kind = kindOf(operation)
      if (!kind) return operation
      return (
        <>
          <Badge tone="medium" shape={<SeverityShape severity="medium" />}>
            {kindWords[kind]}
          </Badge>
          <div className="text-faint">{operation}</div>
        </>
      )
    },
  },
  { key: 'what', header: 'At what', width: 'sm:min-w-56', cell: (row) => <CalledCell called={row} asOf={asOf} /> },
  { key: 'calls', header: 'Calls', align: 'right', cell: ({ calls }) => count(calls) },
  {
    key: 'last',
    header: 'Last',
    cell: ({ lastAt }) => (
      <>
        <Time at={lastAt} />
        <div className="text-faint">
          <Time at={lastAt} now={at} />
        </div>
      </>
    ),
  },
]
