/** Classes of age around the rotation threshold: quarters of it before, and growing steps after. */
export const ageBounds = (rotationDays: number): number[] => [
  ...new Set([0.25, 0.5, 0.75, 1, 1.5, 3, 6].map((share) => Math.max(1, Math.round(rotationDays * share)))),
]
