// Bars in equal steps (weeks, classes of age), each stacked from parts; a part may hang below zero. A step of which nothing is
// known is hatched from top to bottom: it is no step of nothing.
import { type ReactNode, useId } from 'react'
import { compactCount, count } from '#lib/format/number.ts'
import { AxisRow, GridLines, ValueAxis } from './axis.tsx'
import { ChartTable } from './chart-table.tsx'
import { ColumnLinks } from './column-links.tsx'
import { Hatch } from './hatch.tsx'
import { asPercent, valueScale } from './scale.ts'
import { type BarPart, Stack } from './stack.tsx'
import { Drawing } from './drawing.tsx'

export type BarRow = {
  key: string
  /** Under the bar; may be left out where labels are sparse. */
  axisLabel: string
  /** The exact period or class, in words. */
  title: string
  up: readonly BarPart[]
  down?: readonly BarPart[]
  /** Nobody looked: the parts say nothing. */
  isUnknown?: boolean
  href?: string
}

type StackedBarsProps = {
  label: string
  /** What one bar stands for, as a heading ("Week"). */
  step: string
  rows: readonly BarRow[]
  /** Writes each bar's sum above it; for up to about 14 bars. */
  sums?: boolean
  /** Every how many bars get their label; on a phone twice as few. */
  labelEvery?: number
  /** A line before the bar with that index, with its words; 4.5 stands in the middle of the fifth bar. */
  boundary?: { before: number; label: string }
  height?: number
  children?: ReactNode
}

const sum = (parts: readonly BarPart[] = []) => parts.reduce((total, part) => total + part.value, 0)

export function StackedBars({
  label,
  step,
  rows,
  sums = false,
  labelEvery = 1,
  boundary,
  height = 160,
  children,
}: StackedBarsProps) {
  const hatchId = useId()
  const known = rows.filter(({ isUnknown }) => !isUnknown)
  const y = valueScale(
    known.flatMap((row) => [sum(row.up), -sum(row.down)]),
    height,
    { whole: true, headroom: (sums ? 14 : 0) + (boundary ? 12 : 0) },
  )
  // Where the window is narrow, sums of thousands over many bars would meet.
  const hasLongSums = rows.length > 8 && known.some((row) => sum(row.up) >= 1000)
  const boundaryAt = boundary && boundary.before / Math.max(rows.length, 1)
  const share = 1 / Math.max(rows.length, 1)
  const words = [...new Set(rows.flatMap((row) => [...row.up, ...(row.down ?? [])].map((part) => part.word)))]
  const countOf = (row: BarRow, word: string) =>
    [...row.up, ...(row.down ?? [])].filter((part) => part.word === word).reduce((total, part) => total + part.value, 0)

  return (
    // A little wider than its card's text: thirteen weeks are wide enough for a finger each.
    <figure className="-mr-2 max-sm:-mx-3.5">
      <div className="flex">
        <ValueAxis scale={y} height={height} format={(value) => compactCount(Math.abs(value))} />
        <div className="relative min-w-0 grow">
          <div className="relative">
            <Drawing>
              <svg role="img" aria-label={label} width="100%" height={height} className="block overflow-visible">
                <Hatch id={hatchId} />
                <GridLines scale={y} />
                {boundary && boundaryAt !== undefined ? (
                  <g>
                    <line
                      x1={asPercent(boundaryAt)}
                      x2={asPercent(boundaryAt)}
                      y1="0"
                      y2={height}
                      className="stroke-ink"
                      strokeDasharray="4 3"
                    />
                    <text
                      x={asPercent(boundaryAt)}
                      dx={boundaryAt > 0.75 ? '-5' : '5'}
                      y="9"
                      textAnchor={boundaryAt > 0.75 ? 'end' : 'start'}
                      className="fill-ink"
                    >
                      {boundary.label}
                    </text>
                  </g>
                ) : null}
                {rows.map((row, index) =>
                  row.isUnknown ? (
                    <rect
                      key={row.key}
                      x={asPercent(index * share)}
                      width={asPercent(share)}
                      y="0"
                      height={height}
                      fill={`url(#${hatchId})`}
                      opacity="0.6"
                    />
                  ) : (
                    <g key={row.key}>
                      <Stack
                        parts={row.up}
                        direction={1}
                        left={(index + 0.14) * share}
                        width={share * 0.72}
                        y={y.y}
                        height={height}
                        hatchId={hatchId}
                      />
                      <Stack
                        parts={row.down ?? []}
                        direction={-1}
                        left={(index + 0.14) * share}
                        width={share * 0.72}
                        y={y.y}
                        height={height}
                        hatchId={hatchId}
                      />
                      {sums && sum(row.up) > 0 ? (
                        <text
                          x={asPercent((index + 0.5) * share)}
                          y={y.y(sum(row.up)) - 4}
                          textAnchor="middle"
                          className={`halo fill-soft ${hasLongSums ? 'max-sm:hidden' : ''}`}
                        >
                          {compactCount(sum(row.up))}
                        </text>
                      ) : null}
                    </g>
                  ),
                )}
              </svg>
            </Drawing>
            <ColumnLinks
              label={label}
              columns={rows.map((row) => ({
                key: row.key,
                title: row.title,
                lines: row.isUnknown
                  ? ['not known']
                  : [...row.up, ...(row.down ?? [])]
                      .filter((part) => part.value > 0)
                      .map((part) => `${part.word}: ${count(part.value)}`),
                ...(row.href ? { href: row.href } : {}),
              }))}
            />
          </div>
          <AxisRow
            ticks={rows.flatMap((row, index) =>
              index % labelEvery === 0
                ? [{ share: (index + 0.5) * share, label: row.axisLabel, sparse: (index / labelEvery) % 2 === 1 }]
                : [],
            )}
          />
        </div>
      </div>
      {children}
      <ChartTable
        label={label}
        head={[step, ...words]}
        rows={rows.map((row) => [
          row.title,
          ...words.map((word) => (row.isUnknown ? 'not known' : count(countOf(row, word)))),
        ])}
      />
    </figure>
  )
}
