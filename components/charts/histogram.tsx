// How many fall into each class of a measure, with the line that divides good from bad.
import { StackedBars } from './stacked-bars.tsx'
import type { MarkTone } from './tone.ts'

export type HistogramRow = {
  key: string
  axisLabel: string
  title: string
  count: number
  tone: MarkTone
  /** What may be in that class, and was not seen well enough to say. */
  unknown?: number
  href?: string
}

type HistogramProps = {
  label: string
  /** What the classes measure, as a heading ("Age"). */
  measure: string
  /** What is counted ("Secrets"). */
  unit: string
  rows: readonly HistogramRow[]
  /** The line stands before the class with that index. */
  threshold?: { before: number; label: string }
  height?: number
}

export function Histogram({ label, measure, unit, rows, threshold, height = 160 }: HistogramProps) {
  const known = rows.every(({ unknown = 0 }) => unknown === 0)
  return (
    <StackedBars
      label={label}
      step={measure}
      height={height}
      sums
      {...(threshold ? { boundary: threshold } : {})}
      rows={rows.map(({ count, tone, unknown, ...row }) => ({
        ...row,
        up: [
          { word: unit, value: count, tone },
          ...(known ? [] : [{ word: 'Not judged', value: unknown ?? 0, tone: 'unknown' as const }]),
        ],
      }))}
    />
  )
}
