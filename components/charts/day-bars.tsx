// Calls a day, the height of a line of a table, against the line that a rule draws. A day of which nothing is known is
// hatched: it is not a day without calls.
import { useId } from 'react'
import { ChartTable } from './chart-table.tsx'
import { Drawing } from './drawing.tsx'
import { Hatch } from './hatch.tsx'
import { fillOf } from './tone.ts'

export type DayBar = {
  /** 2026-11-23 */
  on: string
  /** Null: not known. */
  value: number | null
}

type DayBarsProps = {
  /** Says what is counted, over which days, and the worst of them. */
  label: string
  /** What is counted, as a heading ("Refused calls"). */
  unit: string
  /** One for each day, oldest first. */
  days: readonly DayBar[]
  /** At and above it a bar is a problem. */
  limit?: number
  format?: (value: number) => string
}

const [step, height] = [6, 28]

export function DayBars({ label, unit, days, limit, format = String }: DayBarsProps) {
  const hatchId = useId()
  const most = Math.max(limit ?? 0, 1, ...days.map(({ value }) => value ?? 0))
  const tall = (value: number) => Math.max(Math.round((value / most) * (height - 2) * 10) / 10, value > 0 ? 1.5 : 0)
  const said = ({ value }: DayBar) => (value === null ? 'not known' : format(value))
  const width = days.length * step
  return (
    <figure>
      <Drawing>
        <svg
          role="img"
          aria-label={label}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          className="block max-w-full"
        >
          <Hatch id={hatchId} />
          {days.map((day, index) => (
            <g key={day.on}>
              <title>{`${day.on}: ${said(day)}`}</title>
              <rect x={index * step} y="0" width={step} height={height} fill="transparent" />
              {day.value === null ? (
                <rect x={index * step} y="0" width={step} height={height} fill={`url(#${hatchId})`} />
              ) : (
                <rect
                  x={index * step + 1}
                  y={height - tall(day.value)}
                  width={step - 2}
                  height={tall(day.value)}
                  className={limit !== undefined && day.value >= limit ? fillOf.high : fillOf.accent}
                />
              )}
            </g>
          ))}
          <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} className="stroke-line-strong" />
          {limit === undefined ? null : (
            <line
              x1="0"
              x2={width}
              y1={height - tall(limit)}
              y2={height - tall(limit)}
              className="stroke-ink"
              strokeDasharray="3 2"
            />
          )}
        </svg>
      </Drawing>
      <ChartTable label={label} head={['Day', unit]} rows={days.map((day) => [day.on, said(day)])} />
    </figure>
  )
}
