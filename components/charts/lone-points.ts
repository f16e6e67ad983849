/**
 * The known points of one series between two that are not: a line through one point has no length, and it would not be seen.
 * Not the last row, which has a mark of its own.
 */
export function lonePoints(
  rows: readonly { at: Date; values: readonly (number | null)[] }[],
  series: number,
): { at: Date; value: number }[] {
  const valueAt = (index: number) => rows[index]?.values[series] ?? null
  return rows.slice(0, -1).flatMap(({ at }, index) => {
    const value = valueAt(index)
    return value === null || valueAt(index - 1) !== null || valueAt(index + 1) !== null ? [] : [{ at, value }]
  })
}
