// Apart from the scales, and without their library: this is asked in the browser.

/** The index of the point nearest to a share of the width. */
export function nearestIndex(points: readonly { x: number }[], x: number): number {
  const distances = points.map((point) => Math.abs(point.x - x))
  return distances.indexOf(Math.min(...distances))
}
