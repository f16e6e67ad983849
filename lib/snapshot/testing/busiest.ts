// How much came to the stand-in at a time, by its own clock.
import type { JournalEntry } from '#e2e/azure/journal.ts'

/** The most requests, or the most weight of them, in any window of that length. */
export function mostWithin(windowMs: number, entries: readonly JournalEntry[], weight = 1): number {
  const came = entries.map(({ onTheWire }) => onTheWire.fromMs).sort((a, b) => a - b)
  let most = 0
  let first = 0
  for (const [last, at] of came.entries()) {
    while ((came[first] ?? at) <= at - windowMs) first += 1
    most = Math.max(most, last - first + 1)
  }
  return most * weight
}

/** The most requests that were under way at the same time. One whose answer never went out is under way for ever. */
export function mostAtOnce(entries: readonly JournalEntry[]): number {
  const changes = entries.flatMap(({ onTheWire: { fromMs, untilMs } }) => [
    { at: fromMs, by: 1 },
    ...(untilMs === null ? [] : [{ at: untilMs, by: -1 }]),
  ])
  let underWay = 0
  let most = 0
  // An end comes before a beginning of the same instant.
  for (const { by } of changes.sort((a, b) => a.at - b.at || a.by - b.by)) {
    underWay += by
    most = Math.max(most, underWay)
  }
  return most
}
