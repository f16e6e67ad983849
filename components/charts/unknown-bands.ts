/** The stretches in which no series is known, from the last known point to the next one: what a chart hatches. */
export function unknownBands(
  rows: readonly { at: Date; values: readonly (number | null)[] }[],
): { from: Date; to: Date }[] {
  const bands: { from: Date; to: Date }[] = []
  let from: Date | null = null
  for (const [index, row] of rows.entries()) {
    const known = row.values.some((value) => value !== null)
    if (!known && from === null) from = rows[index - 1]?.at ?? row.at
    if (known && from !== null) {
      bands.push({ from, to: row.at })
      from = null
    }
  }
  const last = rows.at(-1)
  if (from !== null && last) bands.push({ from, to: last.at })
  return bands
}
