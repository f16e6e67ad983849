// Which of a caller's calls were refused, or slowed down, when and at what?
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { TableFoot } from '#components/table/table-foot.tsx'
import { Card } from '#components/ui/card.tsx'
import { count } from '#lib/format/number.ts'
import type { CallerDetail } from '#lib/queries/callers/get-caller.ts'
import { listRefusedCalls, type RefusedCalls } from '#lib/queries/callers/list-refused-calls.ts'
import { calledColumn, callsColumn, dayColumn, operationColumn, spanColumn } from '../_cells/call-columns.tsx'
import { partOf } from './export-refused-calls-file.ts'
import { callerPartHref } from './search.ts'

const most = 50

const said = {
  denied: {
    title: 'Refused',
    note: 'No role or policy allows them, or the firewall does not.',
    none: 'The log shows no refused call of it in the last 30 days.',
  },
  throttled: {
    title: 'Throttled',
    note: 'They were turned away because the vault had too many. All callers of a vault share its limits.',
    none: 'The log shows no throttled call of it in the last 30 days.',
  },
} as const

type RefusalsCardProps = { view: View; caller: CallerDetail; outcome: keyof typeof said }

export async function RefusalsCard({ view, caller: { callerId, identity, name }, outcome }: RefusalsCardProps) {
  const { db, scope, at, asOf } = view
  const { title, note, none } = said[outcome]
  const { rows, total, calls } = await listRefusedCalls(db, scope, { at, callerId, outcome, most })
  if (rows.length === 0) {
    return (
      <Card title={title}>
        <p className="text-table text-soft">{none}</p>
      </Card>
    )
  }
  const lines = total > rows.length ? ` Shown are the latest ${count(rows.length)} of ${count(total)} lines.` : ''
  return (
    <Card
      title={title}
      note={`${count(calls)} ${calls === 1 ? 'call' : 'calls'} in the last 30 days. ${note}${lines}`}
      flush
    >
      <DataTable
        caption={`${title} calls of ${name}`}
        columns={columnsFor(asOf)}
        rows={rows}
        rowKey={({ day, operation, vault, kind, name: object }) =>
          [day.toISOString(), operation, vault, kind, object].join('/')
        }
        tall
      />
      <TableFoot exportHref={(format) => callerPartHref(identity, `${partOf[outcome]}/export.${format}`, asOf)} />
    </Card>
  )
}

const columnsFor = (asOf: string | null): Column<RefusedCalls>[] => [
  dayColumn,
  calledColumn(asOf),
  operationColumn,
  callsColumn,
  spanColumn,
]
