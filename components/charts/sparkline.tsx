// A trend the size of a word. It has no axis, so the number it ends in always stands beside it. What is not known between two
// known points, or after the last one, is hatched; before the first one there is no history.
import { extent } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { useId } from 'react'
import { Hatch } from './hatch.tsx'
import { lonePoints } from './lone-points.ts'
import { dateScale } from './scale.ts'
import { fillOf, type MarkTone, strokeOf } from './tone.ts'
import { unknownBands } from './unknown-bands.ts'
import { Drawing } from './drawing.tsx'

type SparklineProps = {
  /** Says where it starts and where it ends ("Posture of kv-orders: 71 % on 25 Aug, 84 % now"). */
  label: string
  rows: readonly { at: Date; value: number | null }[]
  /** A move smaller than this is drawn nearly flat, so that noise does not look like a story. */
  leastSpan?: number
  tone?: MarkTone
  width?: number
  height?: number
}

export function Sparkline({ label, rows, leastSpan = 0, tone = 'accent', width = 88, height = 22 }: SparklineProps) {
  const hatchId = useId()
  const first = rows[0]
  const last = rows.at(-1)
  const known = rows.map((row) => row.value).filter((value) => value !== null)
  if (!first || !last || known.length === 0) return <span className="text-faint">no history</span>
  const edge = 3
  const x = dateScale(first.at, last.at)
  const [low = 0, high = 0] = extent(known)
  const slack = Math.max(leastSpan - (high - low), 0) / 2
  const y = scaleLinear()
    .domain([low - slack, high + slack])
    .range([height - edge, edge])
  const across = (at: Date) => Math.round((edge + x.share(at) * (width - 2 * edge)) * 10) / 10
  const down = (value: number) => Math.round(y(value) * 10) / 10
  const points = rows.map(({ at, value }) => ({ at, values: [value] }))
  const bands = unknownBands(points.slice(rows.findIndex(({ value }) => value !== null)))
  const path = line<{ at: Date; value: number | null }>()
    .defined((row) => row.value !== null)
    .x((row) => across(row.at))
    .y((row) => down(row.value ?? 0))(rows)
  return (
    <Drawing>
      <svg
        role="img"
        aria-label={label}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        className="inline-block align-middle"
      >
        {bands.length > 0 ? <Hatch id={hatchId} /> : null}
        {bands.map(({ from, to }) => (
          <rect
            key={from.getTime()}
            x={across(from)}
            width={Math.max(across(to) - across(from), 1)}
            height={height}
            fill={`url(#${hatchId})`}
            opacity="0.6"
          />
        ))}
        <path d={path ?? ''} className={`fill-none ${strokeOf[tone]}`} strokeWidth="1.5" strokeLinejoin="round" />
        {lonePoints(points, 0).map(({ at, value }) => (
          <circle key={at.getTime()} cx={across(at)} cy={down(value)} r="1.5" className={fillOf[tone]} />
        ))}
        {last.value === null ? null : (
          <circle cx={across(last.at)} cy={down(last.value)} r="2.25" className={fillOf[tone]} />
        )}
      </svg>
    </Drawing>
  )
}
