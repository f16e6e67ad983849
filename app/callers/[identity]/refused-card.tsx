// Which of a caller's calls were denied, or slowed down, when and at what?
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Card } from '#components/ui/card.tsx'
import { Time } from '#components/ui/time.tsx'
import { utcInstant } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import type { CallerDetail } from '#lib/queries/callers/get-caller.ts'
import { listRefusedCalls, type RefusedCalls } from '#lib/queries/callers/list-refused-calls.ts'
import { CalledCell } from '../object-link.tsx'

const most = 50

const said = {
  denied: {
    title: 'Denied',
    note: 'Calls that were refused: no role or policy allows them, or the firewall does not.',
    none: 'The log shows no denied call of it in the last 30 days.',
  },
  throttled: {
    title: 'Throttled',
    note: 'Calls that were turned away because the vault had too many. All callers of a vault share its limits.',
    none: 'The log shows no throttled call of it in the last 30 days.',
  },
} as const

type RefusedCardProps = { view: View; caller: CallerDetail; outcome: keyof typeof said }

export async function RefusedCard({ view, caller: { callerId, name }, outcome }: RefusedCardProps) {
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
    </Card>
  )
}

const columnsFor = (asOf: string | null): Column<RefusedCalls>[] => [
  { key: 'day', header: 'Day', cell: ({ day }) => <Time at={day} to="day" /> },
  {
    key: 'what',
    header: 'At what',
    width: 'sm:min-w-56',
    cell: (row) => <CalledCell called={row} asOf={asOf} />,
  },
  { key: 'operation', header: 'Operation', cell: ({ operation }) => operation },
  { key: 'calls', header: 'Calls', align: 'right', cell: ({ calls }) => count(calls) },
  {
    key: 'when',
    header: 'From and to (UTC)',
    cell: ({ firstAt, lastAt }) => (
      <span className="whitespace-nowrap" title={`${firstAt.toISOString()} to ${lastAt.toISOString()}`}>
        {timeOf(firstAt)}
        {timeOf(firstAt) === timeOf(lastAt) ? '' : `–${timeOf(lastAt)}`}
      </span>
    ),
  },
]

/** "14:05". */
const timeOf = (at: Date) => utcInstant(at).slice(11, 16)
