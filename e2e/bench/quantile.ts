/** The value below which the share `p` (0 to 1) of the values lies; 0 for none. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0
}

export const median = (values: readonly number[]) => quantile(values, 0.5)
