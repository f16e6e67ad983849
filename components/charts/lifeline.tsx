// The versions of an object on one axis of time, a row each: when it was the current one, when it should have been rotated,
// when it expires. What is not known is hatched.
import { useId } from 'react'
import { isoDate } from '#lib/format/date.ts'
import { DateAxis } from './axis.tsx'
import { ChartTable } from './chart-table.tsx'
import { Drawing } from './drawing.tsx'
import { Hatch } from './hatch.tsx'
import { LifelineLegend } from './lifeline-legend.tsx'
import { LifelineBar, middlePx, rowPx } from './lifeline-bar.tsx'
import { keyOf, nameOf, stateOf, summaryOf, tableHead, tableRow } from './lifeline-words.ts'
import type { Mark, PlacedLifeline } from './place-lifeline.ts'
import { asPercent, dateScale } from './scale.ts'

type LifelineProps = {
  label: string
  lifeline: PlacedLifeline
  /** What the line at the end of what is known says ("today"). */
  nowLabel: string
  rotationDays: number | null
}

const topPx = 16
const columnPx = 108

export function Lifeline({ label, lifeline, nowLabel, rotationDays }: LifelineProps) {
  const hatchId = useId()
  const { rows, gaps, now, from, to } = lifeline
  const height = topPx + rows.length * rowPx
  return (
    <figure>
      <div className="flex">
        <Drawing>
          <svg width={columnPx} height={height} aria-hidden="true" className="shrink-0 overflow-visible">
            {rows.map((row, index) => (
              <g key={keyOf(row)}>
                <text x="0" y={topPx + index * rowPx + 14} className="fill-ink font-medium">
                  {nameOf(row)}
                </text>
                <text x="0" y={topPx + index * rowPx + 27}>
                  {stateOf(row)}
                </text>
              </g>
            ))}
          </svg>
        </Drawing>
        <div className="min-w-0 grow">
          <Drawing>
            <svg
              role="img"
              aria-label={summaryOf(label, lifeline)}
              width="100%"
              height={height}
              className="block overflow-visible"
            >
              <Hatch id={hatchId} />
              {gaps.map(({ x, width }) => (
                <rect
                  key={x}
                  x={asPercent(x)}
                  width={asPercent(Math.max(width, 0.006))}
                  y={topPx}
                  height={height - topPx}
                  fill={`url(#${hatchId})`}
                  opacity="0.7"
                >
                  <title>Versions not read</title>
                </rect>
              ))}
              {/* Before the rows: where their words reach it they are read, and the line is broken. */}
              <g>
                <title>{isoDate(now.at)}</title>
                <line x1={asPercent(now.x)} x2={asPercent(now.x)} y1="12" y2={height} className="stroke-ink" />
                <text
                  x={asPercent(now.x)}
                  y="9"
                  textAnchor={now.x > 0.85 ? 'end' : now.x < 0.15 ? 'start' : 'middle'}
                  className="halo fill-ink"
                >
                  {nowLabel}
                </text>
              </g>
              {rows.map((row, index) => (
                <LifelineBar key={keyOf(row)} row={row} top={topPx + index * rowPx} now={now.at} nowLabel={nowLabel} />
              ))}
              {rows.map(({ movedFrom, expiry, ...row }, index) => {
                const y = topPx + index * rowPx + middlePx
                const isPast = expiry !== null && expiry.at <= now.at
                return (
                  <g key={keyOf(row)}>
                    {movedFrom ? <Diamond mark={movedFrom} y={y} look="fill-surface stroke-soft" /> : null}
                    {expiry ? (
                      <Diamond mark={expiry} y={y} look={`stroke-surface ${isPast ? 'fill-high' : 'fill-ink'}`} />
                    ) : null}
                  </g>
                )
              })}
              <line
                x1="0"
                x2="100%"
                y1={height}
                y2={height}
                className="stroke-line-strong"
                shapeRendering="crispEdges"
              />
            </svg>
          </Drawing>
          <DateAxis scale={dateScale(from, to)} />
        </div>
      </div>
      <LifelineLegend lifeline={lifeline} rotationDays={rotationDays} />
      <ChartTable
        label={summaryOf(label, lifeline)}
        head={tableHead}
        rows={rows.map((row) => tableRow(row, now.at, nowLabel))}
      />
    </figure>
  )
}

/** Beyond the axis it becomes an arrow that way. */
function Diamond({ mark: { x, beyond }, y, look }: { mark: Mark; y: number; look: string }) {
  const shapes = { before: 'M8 -5 0 0 8 5Z', after: 'M-8 -5 0 0 -8 5Z', within: 'M0 -5.5 5.5 0 0 5.5 -5.5 0Z' }
  return (
    <svg x={asPercent(x)} y={y} aria-hidden="true" className="overflow-visible">
      <path d={shapes[beyond ?? 'within']} className={look} />
    </svg>
  )
}
