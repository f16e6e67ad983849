// Values over time as lines. What is not known is a gap in the line and a hatched band behind it.
import { line } from 'd3-shape'
import { useId } from 'react'
import { isoDate } from '#lib/format/date.ts'
import { compactCount } from '#lib/format/number.ts'
import { UnknownMark } from '../ui/unknown-mark.tsx'
import { DateAxis, GridLines, ValueAxis } from './axis.tsx'
import { ChartCursor } from './chart-cursor.tsx'
import { ChartTable } from './chart-table.tsx'
import { EndLabels } from './end-labels.tsx'
import { Hatch } from './hatch.tsx'
import { lonePoints } from './lone-points.ts'
import { dateScale, asPercent, valueScale } from './scale.ts'
import { fillOf, type MarkTone, strokeOf } from './tone.ts'
import { ThresholdLine } from './threshold-line.tsx'
import { UnknownStretches } from './unknown-stretches.tsx'
import { Drawing } from './drawing.tsx'
import { MarkLines, markRowPx } from './mark-lines.tsx'
import { placeMarks } from './place-marks.ts'

export type TimeLineRow = {
  at: Date
  /** One per series, in their order; null is not known. */
  values: readonly (number | null)[]
  /** Where a click on that day leads. */
  href?: string
}

/** Something that happened at an instant and may explain a step of the line ("+7 rules"). */
export type TimeLineMark = { at: Date; label: string }

type TimeLineProps = {
  label: string
  rows: readonly TimeLineRow[]
  series: readonly { name: string; tone: MarkTone }[]
  /** The exact value, for the cursor and the table; the axis of counts is shorter. */
  format?: (value: number) => string
  /** Counts get whole ticks; shares may start above zero. */
  whole?: boolean
  floor?: 'zero' | 'data'
  most?: number
  threshold?: { value: number; label: string }
  /** In order of time. The column of the table that says them is headed `What changed`. */
  marks?: readonly TimeLineMark[]
  height?: number
}

const widthUnits = 1000

export function TimeLine({
  label,
  rows,
  series,
  format = String,
  whole = false,
  floor = 'zero',
  most,
  threshold,
  marks = [],
  height = 160,
}: TimeLineProps) {
  const hatchId = useId()
  const first = rows[0]
  const last = rows.at(-1)
  if (!first || !last) return <p className="text-table text-faint">No snapshot has been taken in this period.</p>

  const known = rows.flatMap((row) => row.values).filter((value) => value !== null)
  // An axis without a value would say numbers that nothing has.
  if (known.length === 0) return <UnknownMark word="Not known on any day of this period" />

  const x = dateScale(first.at, last.at)
  const across = placeMarks(
    marks.filter(({ at }) => at >= first.at && at <= last.at).map(({ at, label }) => ({ x: x.share(at), label })),
  )
  const markRows = Math.max(0, ...across.map(({ row }) => row + 1))
  const y = valueScale(threshold ? [...known, threshold.value] : known, height, {
    whole,
    floor,
    headroom: markRows * markRowPx,
    ...(most === undefined ? {} : { most }),
  })
  const words = (value: number | null | undefined) =>
    value === null || value === undefined ? 'not known' : format(value)
  const changesOf = (row: TimeLineRow, index: number) => {
    const before = rows[index - 1]
    const since = marks.filter(({ at }) => at <= row.at && (before ? at > before.at : at >= first.at))
    return [...new Set(since.map((mark) => mark.label))]
  }
  const ends = series.map((one, index) => ({ ...one, value: last.values[index] ?? null }))

  return (
    <figure>
      <div className="flex">
        <ValueAxis scale={y} height={height} format={whole ? compactCount : format} />
        <div className="relative min-w-0 grow">
          <Drawing>
            <svg role="img" aria-label={label} width="100%" height={height} className="block overflow-visible">
              <Hatch id={hatchId} />
              <GridLines scale={y} />
              <UnknownStretches rows={rows} x={x} height={height} hatchId={hatchId} />
              {threshold ? <ThresholdLine y={y.y(threshold.value)} label={threshold.label} /> : null}
              <MarkLines marks={across} height={height} />
              <svg
                viewBox={`0 0 ${widthUnits} ${height}`}
                preserveAspectRatio="none"
                width="100%"
                height={height}
                className="overflow-visible"
                aria-hidden="true"
              >
                {series.map((one, index) => (
                  <path
                    key={one.name}
                    d={
                      line<TimeLineRow>()
                        .defined((row) => typeof row.values[index] === 'number')
                        .x((row) => Math.round(x.share(row.at) * widthUnits * 10) / 10)
                        .y((row) => y.y(row.values[index] ?? 0))(rows) ?? ''
                    }
                    className={`fill-none ${strokeOf[one.tone]}`}
                    strokeWidth="1.75"
                    strokeLinejoin="round"
                    vectorEffect="non-scaling-stroke"
                  />
                ))}
              </svg>
              {series.map((one, index) =>
                lonePoints(rows, index).map(({ at, value }) => (
                  <circle
                    key={`${one.name} ${at.getTime()}`}
                    cx={asPercent(x.share(at))}
                    cy={y.y(value)}
                    r="2"
                    className={fillOf[one.tone]}
                  />
                )),
              )}
              {ends.map((end) =>
                end.value === null ? null : (
                  <circle
                    key={end.name}
                    cx="100%"
                    cy={y.y(end.value)}
                    r="3"
                    className={`stroke-surface ${fillOf[end.tone]}`}
                    strokeWidth="1.5"
                  />
                ),
              )}
            </svg>
          </Drawing>
          <ChartCursor
            height={height}
            points={rows.map((row, nth) => ({
              x: x.share(row.at),
              title: isoDate(row.at),
              lines: [
                ...series.map((one, index) =>
                  series.length > 1 ? `${one.name}: ${words(row.values[index])}` : words(row.values[index]),
                ),
                ...changesOf(row, nth),
              ],
              marks: row.values.flatMap((value, index) =>
                value === null ? [] : [{ y: y.y(value), tone: series[index]?.tone ?? 'quiet' }],
              ),
              ...(row.href ? { href: row.href } : {}),
            }))}
          />
          <DateAxis scale={x} points={rows.map(({ at }) => at)} />
        </div>
        {series.length > 1 ? (
          <EndLabels
            ends={ends.map((end) => ({ ...end, text: words(end.value), y: y.y(end.value ?? 0) }))}
            height={height}
          />
        ) : null}
      </div>
      <ChartTable
        label={label}
        head={['Day', ...series.map((one) => one.name), ...(across.length > 0 ? ['What changed'] : [])]}
        rows={rows.map((row, nth) => [
          isoDate(row.at),
          ...series.map((_, index) => words(row.values[index])),
          ...(across.length > 0 ? [changesOf(row, nth).join(', ')] : []),
        ])}
      />
    </figure>
  )
}
