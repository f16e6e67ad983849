// A trend the size of a word. It has no axis, so the number it ends in always stands beside it.
import { extent } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { dateScale } from './scale.ts'
import { fillOf, type MarkTone, strokeOf } from './tone.ts'
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
  const first = rows[0]
  const last = rows.at(-1)
  if (!first || !last) return <span className="text-faint">no history</span>
  const edge = 3
  const x = dateScale(first.at, last.at)
  const known = rows.map((row) => row.value).filter((value) => value !== null)
  const [low = 0, high = 0] = extent(known)
  const slack = Math.max(leastSpan - (high - low), 0) / 2
  const y = scaleLinear()
    .domain([low - slack, high + slack])
    .range([height - edge, edge])
  const across = (at: Date) => Math.round((edge + x.share(at) * (width - 2 * edge)) * 10) / 10
  const path = line<{ at: Date; value: number | null }>()
    .defined((row) => row.value !== null)
    .x((row) => across(row.at))
    .y((row) => Math.round(y(row.value ?? 0) * 10) / 10)(rows)
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
        <path d={path ?? ''} className={`fill-none ${strokeOf[tone]}`} strokeWidth="1.5" strokeLinejoin="round" />
        {last.value === null ? null : (
          <circle cx={across(last.at)} cy={Math.round(y(last.value) * 10) / 10} r="2.25" className={fillOf[tone]} />
        )}
      </svg>
    </Drawing>
  )
}
