// How strongly a count is shaded: in a few steps that grow by the same factor, because one busy hour must not make all others pale.

const steps = 5

/** The highest count of each step, from the palest to the strongest; the last one is `most`. None when there is nothing. */
export function heatSteps(most: number): number[] {
  const wanted = Math.min(steps, most)
  const bounds: number[] = []
  for (let step = 1; step <= wanted; step++) {
    const even = Math.round(most ** (step / wanted))
    // Small counts crowd below the first bounds: each step keeps at least one count of its own.
    bounds.push(step === wanted ? most : Math.max(even, (bounds.at(-1) ?? 0) + 1))
  }
  return bounds
}

/** The step of a count above nought, from 0. */
export const heatStep = (value: number, bounds: readonly number[]) => bounds.findIndex((bound) => value <= bound)

/** "1", "2–4": the counts of each step, as they stand in a legend. */
export const stepRanges = (bounds: readonly number[], format: (value: number) => string): string[] =>
  bounds.map((bound, index) => {
    const lowest = (bounds[index - 1] ?? 0) + 1
    return lowest === bound ? format(bound) : `${format(lowest)}–${format(bound)}`
  })
