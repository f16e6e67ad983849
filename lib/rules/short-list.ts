/** At most three names, so that a sentence stays one; the facts have all of them. In order, for the words must not move. */
export function shortList(names: readonly string[]): string {
  const sorted = [...names].sort()
  return sorted.length <= 3 ? sorted.join(', ') : `${sorted.slice(0, 3).join(', ')} and ${sorted.length - 3} more`
}
