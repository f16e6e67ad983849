// Words beside lines across a chart: on which side of its line each stands, and how far down, so that none covers another.

/** `x` is the share of the width, `label` what stands beside the line; empty where there is no room for it. */
export type PlacedMark = { x: number; label: string; anchor: 'start' | 'end'; row: number }

/** Words take height from the plot: of more changes than fit, the others keep their line and are said by the cursor. */
const mostRows = 3

/** As narrow as the plot ever is, and about as wide as a letter ever gets. */
const leastWidthPx = 240
const letterPx = 5.8

/** Marks in order of `x`. Those past the middle have their words on the left; words that would meet take another row. */
export function placeMarks(marks: readonly { x: number; label: string }[]): PlacedMark[] {
  const rows: { from: number; to: number }[][] = []
  return marks.map(({ x, label }) => {
    const width = (label.length * letterPx + 8) / leastWidthPx
    const anchor = x > 0.5 ? 'end' : 'start'
    const [from, to] = anchor === 'end' ? [x - width, x] : [x, x + width]
    const free = rows.findIndex((taken) => taken.every((other) => to <= other.from || from >= other.to))
    const row = free < 0 ? rows.length : free
    if (row >= mostRows) return { x, label: '', anchor, row: 0 }
    rows[row] = [...(rows[row] ?? []), { from, to }]
    return { x, label, anchor, row }
  })
}
