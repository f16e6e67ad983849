// The axes every chart shares: values on the left in a column of their own, dates or names below.
import { type DateScale, dateTicks, asPercent, pointTicks, type Tick, type ValueScale } from './scale.ts'
import { Drawing } from './drawing.tsx'

const columnPx = 36

/** The column of value labels. Stands left of the plot, so that the plot's width is all data. */
export function ValueAxis({
  scale,
  height,
  format,
}: {
  scale: ValueScale
  height: number
  format: (value: number) => string
}) {
  return (
    <Drawing>
      <svg width={columnPx} height={height} aria-hidden="true" className="shrink-0 overflow-visible">
        {scale.ticks.map((tick) => (
          <text key={tick} x={columnPx - 8} y={scale.y(tick)} dy="0.32em" textAnchor="end">
            {format(tick)}
          </text>
        ))}
      </svg>
    </Drawing>
  )
}

export function GridLines({ scale }: { scale: ValueScale }) {
  return (
    <g>
      {scale.ticks.map((tick) => (
        <line
          key={tick}
          x1="0"
          x2="100%"
          y1={scale.y(tick)}
          y2={scale.y(tick)}
          className={tick === 0 ? 'stroke-line-strong' : 'stroke-line'}
          shapeRendering="crispEdges"
        />
      ))}
    </g>
  )
}

// Only at the very edge: a bar in from it has room for half its label.
const anchorAt = (share: number) => (share < 0.04 ? 'start' : share > 0.96 ? 'end' : 'middle')

/** `points`: the axis is that of a line through them. */
export function DateAxis({ scale, points }: { scale: DateScale; points?: readonly Date[] }) {
  const ticks: Tick<Date>[] = points ? pointTicks(scale, points) : dateTicks(scale)
  return (
    <AxisRow
      ticks={ticks.map(({ at, label }, index) => ({
        share: scale.share(at),
        label,
        // Three have room on a phone too.
        sparse: ticks.length > 3 && index % 2 === 1,
      }))}
    />
  )
}

/** Labels under a plot. `sparse` ones are left out where the plot is narrow, in a narrow window or beside others. */
export function AxisRow({ ticks }: { ticks: readonly { share: number; label: string; sparse?: boolean }[] }) {
  return (
    <div className="@container">
      <Drawing>
        <svg width="100%" height="18" aria-hidden="true" className="block overflow-visible">
          {ticks.map((tick) => (
            <text
              key={tick.share}
              x={asPercent(tick.share)}
              y="14"
              textAnchor={anchorAt(tick.share)}
              className={tick.sparse ? '@max-sm:hidden' : ''}
            >
              {tick.label}
            </text>
          ))}
        </svg>
      </Drawing>
    </div>
  )
}
