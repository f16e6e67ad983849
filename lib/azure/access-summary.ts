// What one workspace's log said over a stretch of time, and how two stretches become one.
import type { AccessSummaryRow, Caller, HeardDay, SummaryRow } from './rows/access-row.ts'

export type AccessSummary = {
  calls: readonly AccessSummaryRow[]
  /** Everybody named in `calls`, each once. */
  callers: readonly Caller[]
  heard: readonly HeardDay[]
}

export function summaryOf(rows: readonly SummaryRow[]): AccessSummary {
  const calls: AccessSummaryRow[] = []
  const callers: Caller[] = []
  const heard: HeardDay[] = []
  for (const { part, ...row } of rows as readonly (SummaryRow & { part: string })[]) {
    if (part === 'call') calls.push(row as AccessSummaryRow)
    else if (part === 'caller') callers.push(row as Caller)
    else heard.push(row as HeardDay)
  }
  return { calls, callers, heard }
}

/** Parts of one day become sums of the whole day; of a caller the later names stay. */
export function joinSummaries(earlier: AccessSummary, later: AccessSummary): AccessSummary {
  return {
    calls: merged(earlier.calls, later.calls, keyOfCall, (one, other) => ({
      ...one,
      ...together(one, other),
      hours: one.hours.map((calls, hour) => calls + (other.hours[hour] ?? 0)),
    })),
    callers: merged(
      earlier.callers,
      later.callers,
      ({ identity }) => identity,
      (_, newer) => newer,
    ),
    heard: merged(earlier.heard, later.heard, keyOfDay, (one, other) => ({
      ...one,
      ...together(one, other),
      ownLastAt: other.ownLastAt ?? one.ownLastAt,
    })),
  }
}

const keyOfDay = ({ day, vaultResourceId }: { day: Date; vaultResourceId: string }) =>
  `${day.getTime()} ${vaultResourceId}`

const keyOfCall = (row: AccessSummaryRow) =>
  [
    keyOfDay(row),
    row.object?.kind,
    row.object?.name,
    row.version,
    row.identity,
    row.operation,
    row.outcome,
    row.address,
  ].join(' ')

type Counted = { calls: number; firstAt: Date; lastAt: Date }

const together = (one: Counted, other: Counted): Counted => ({
  calls: one.calls + other.calls,
  firstAt: one.firstAt < other.firstAt ? one.firstAt : other.firstAt,
  lastAt: one.lastAt > other.lastAt ? one.lastAt : other.lastAt,
})

function merged<T>(
  earlier: readonly T[],
  later: readonly T[],
  keyOf: (row: T) => string,
  join: (one: T, other: T) => T,
): T[] {
  const rows = new Map(earlier.map((row) => [keyOf(row), row]))
  for (const row of later) {
    const key = keyOf(row)
    const before = rows.get(key)
    rows.set(key, before ? join(before, row) : row)
  }
  return [...rows.values()]
}
