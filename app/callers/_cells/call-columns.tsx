// Columns that say the same in every table of calls: of a caller, of an object and of a vault.
import { OperationBadge } from '#app/operations/operation-badge.tsx'
import { spanText } from '#app/operations/words.ts'
import type { Column } from '#components/table/data-table.tsx'
import { Time } from '#components/ui/time.tsx'
import { sensitiveKindOf } from '#lib/domain/sensitive-operations.ts'
import { count } from '#lib/format/number.ts'
import type { NamedCaller } from '#lib/queries/callers/named-caller.ts'
import { type Called, CalledCell } from './called-cell.tsx'
import { CallerCell } from './caller-cell.tsx'

export const whoColumn = (asOf: string | null): Column<NamedCaller> => ({
  key: 'who',
  header: 'Who',
  width: 'sm:min-w-56',
  cell: (caller) => <CallerCell caller={caller} asOf={asOf} />,
})

export const calledColumn = (asOf: string | null): Column<Called> => ({
  key: 'what',
  header: 'At what',
  width: 'sm:min-w-56',
  cell: (row) => <CalledCell called={row} asOf={asOf} />,
})

/** As the log names it; what is sensitive is named first as the page of operations does. */
export const operationColumn: Column<{ operation: string }> = {
  key: 'operation',
  header: 'Operation',
  width: 'sm:whitespace-nowrap',
  cell: ({ operation }) => {
    const kind = sensitiveKindOf(operation)
    if (!kind) return operation
    return (
      <>
        <OperationBadge kind={kind} />
        <div className="text-faint">{operation}</div>
      </>
    )
  },
}

export const callsColumn: Column<{ calls: number }> = {
  key: 'calls',
  header: 'Calls',
  align: 'right',
  cell: ({ calls }) => count(calls),
}

/** The last of the calls: when, and how long ago. */
export const lastColumn = (at: Date): Column<{ lastAt: Date }> => ({
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
})

/** Nothing was read by whoever was always refused. */
export const lastReadColumn = (at: Date): Column<{ lastReadAt: Date | null }> => ({
  key: 'last-read',
  header: 'Last read',
  cell: ({ lastReadAt }) =>
    lastReadAt ? <Time at={lastReadAt} now={at} /> : <span className="text-faint">never let in</span>,
})

export const dayColumn: Column<{ day: Date }> = {
  key: 'day',
  header: 'Day',
  cell: ({ day }) => <Time at={day} to="day" />,
}

/** From the first call of a day to its last. */
export const spanColumn: Column<{ firstAt: Date; lastAt: Date }> = {
  key: 'span',
  header: 'From and to (UTC)',
  cell: (row) => (
    <span className="whitespace-nowrap" title={`${row.firstAt.toISOString()} to ${row.lastAt.toISOString()}`}>
      {spanText(row)}
    </span>
  ),
}
