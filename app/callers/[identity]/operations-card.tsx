// What did a caller do besides reading?
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { TableFoot } from '#components/table/table-foot.tsx'
import { Card } from '#components/ui/card.tsx'
import { count } from '#lib/format/number.ts'
import type { CallerDetail } from '#lib/queries/callers/get-caller.ts'
import { type CallerOperation, listCallerOperations } from '#lib/queries/callers/list-caller-operations.ts'
import { calledColumn, callsColumn, lastColumn, operationColumn } from '../_cells/call-columns.tsx'
import { callerPartHref } from './search.ts'

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
      <TableFoot exportHref={(format) => callerPartHref(caller.identity, `operations/export.${format}`, asOf)} />
    </Card>
  )
}

const columnsFor = (at: Date, asOf: string | null): Column<CallerOperation>[] => [
  operationColumn,
  calledColumn(asOf),
  callsColumn,
  lastColumn(at),
]
