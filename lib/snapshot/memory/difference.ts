/** What has to be written so that memory says what was seen: intervals to end, intervals to begin. */
export type Difference<Remembered, Wanted> = {
  ended: Remembered[]
  /** `previous` is the interval that this one follows, if one held until now. */
  begun: { wanted: Wanted; previous: Remembered | null }[]
}

/**
 * Compares what is remembered with what is wanted. Unchanged things appear on neither side: that is why storage grows
 * with change and not with the number of snapshots.
 */
export function difference<Remembered, Wanted>(
  remembered: readonly Remembered[],
  wanted: readonly Wanted[],
  {
    keyOfRemembered,
    keyOfWanted,
    same,
  }: {
    keyOfRemembered: (row: Remembered) => string
    keyOfWanted: (row: Wanted) => string
    same: (row: Remembered, wanted: Wanted) => boolean
  },
): Difference<Remembered, Wanted> {
  const left = new Map(remembered.map((row) => [keyOfRemembered(row), row]))
  const result: Difference<Remembered, Wanted> = { ended: [], begun: [] }
  for (const want of wanted) {
    const key = keyOfWanted(want)
    const previous = left.get(key) ?? null
    left.delete(key)
    if (previous && same(previous, want)) continue
    if (previous) result.ended.push(previous)
    result.begun.push({ wanted: want, previous })
  }
  result.ended.push(...left.values())
  return result
}
