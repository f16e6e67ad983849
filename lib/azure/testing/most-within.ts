/** The most of these instants, in milliseconds, that lie in any window of that length, wherever it begins. */
export function mostWithin(windowMs: number, instants: readonly number[]): number {
  const inOrder = instants.toSorted((a, b) => a - b)
  let most = 0
  let first = 0
  for (const [last, at] of inOrder.entries()) {
    while ((inOrder[first] ?? at) <= at - windowMs) first += 1
    most = Math.max(most, last - first + 1)
  }
  return most
}
