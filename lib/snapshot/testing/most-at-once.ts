import type { OnTheWire } from '#e2e/azure/journal.ts'

/** The most requests that were under way at the same time. One whose answer never went out is under way for ever. */
export function mostAtOnce(requests: readonly OnTheWire[]): number {
  const changes = requests.flatMap(({ fromMs, untilMs }) => [
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
