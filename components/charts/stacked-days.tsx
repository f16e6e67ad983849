// A whole and its parts on each day, one day wide and flat. Days of which nothing is known are hatched from top to bottom, and
// so is a part that counts what is not known.
import { useId } from 'react'
import { isoDate } from '#lib/format/date.ts'
import { compactCount, count } from '#lib/format/number.ts'
import { DateAxis, GridLines, ValueAxis } from './axis.tsx'
import { ChartCursor } from './chart-cursor.tsx'
import { ChartTable } from './chart-table.tsx'
import { Drawing } from './drawing.tsx'
import { Hatch } from './hatch.tsx'
import { asPercent, dateScale, valueScale } from './scale.ts'
import { type DayStack, stackDays, unknownDays } from './stack-days.ts'
import { fillOf, type MarkTone } from './tone.ts'

export type StackedDay = {
  /** Any instant of the day (UTC). */
  at: Date
  /** One per part, in their order; null is not known. */
  values: DayStack
  /** Where a click on that day leads. */
  href?: string
}

type StackedDaysProps = {
  label: string
  /** One for each day, oldest first. */
  rows: readonly StackedDay[]
  /** From the bottom up. */
  parts: readonly { name: string; tone: MarkTone }[]
  height?: number
}

const dayMs = 86_400_000
const startOfDay = (at: Date) => new Date(Math.floor(at.getTime() / dayMs) * dayMs)

export function StackedDays({ label, rows, parts, height = 96 }: StackedDaysProps) {
  const hatchId = useId()
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last || rows.every(({ values }) => values === null)) {
    return <p className="text-table text-faint">No snapshot has been taken in this period.</p>
  }
  const stacks = rows.map(({ values }) => values)
  const sums = stacks.flatMap((stack) => (stack ? [stack.reduce((sum, value) => sum + value, 0)] : []))
  const y = valueScale(sums, height, { whole: true })
  const x = dateScale(startOfDay(first.at), new Date(startOfDay(last.at).getTime() + dayMs))
  const words = ({ values }: StackedDay, part: number) => (values ? count(values[part] ?? 0) : 'not known')
  return (
    <figure>
      <div className="flex">
        <ValueAxis scale={y} height={height} format={compactCount} />
        <div className="relative min-w-0 grow">
          <Drawing>
            <svg role="img" aria-label={label} width="100%" height={height} className="block overflow-visible">
              <Hatch id={hatchId} />
              <GridLines scale={y} />
              {unknownDays(stacks).map(({ from, to }) => (
                <rect
                  key={from}
                  x={asPercent(from / rows.length)}
                  width={asPercent((to - from) / rows.length)}
                  y="0"
                  height={height}
                  fill={`url(#${hatchId})`}
                  opacity="0.6"
                />
              ))}
              {stackDays(stacks, parts.length).map(({ part, from, to, low, high }) => {
                const tone = parts[part]?.tone ?? 'quiet'
                // What exists is always seen, above the line it stands on.
                const top = Math.max(0, Math.min(y.y(high), y.y(low) - 1))
                return (
                  <rect
                    key={`${part} ${from}`}
                    x={asPercent(from / rows.length)}
                    width={asPercent((to - from) / rows.length)}
                    y={top}
                    height={Math.max(y.y(low) - top, 1)}
                    shapeRendering="crispEdges"
                    {...(tone === 'unknown' ? { fill: `url(#${hatchId})` } : { className: fillOf[tone] })}
                  />
                )
              })}
            </svg>
          </Drawing>
          <ChartCursor
            height={height}
            points={rows.map((row, index) => ({
              x: (index + 0.5) / rows.length,
              title: isoDate(row.at),
              lines: row.values ? parts.map(({ name }, part) => `${name}: ${words(row, part)}`) : ['not known'],
              marks: [],
              ...(row.href ? { href: row.href } : {}),
            }))}
          />
          <DateAxis scale={x} />
        </div>
      </div>
      <ChartTable
        label={label}
        head={['Day', ...parts.map(({ name }) => name)]}
        rows={rows.map((row) => [isoDate(row.at), ...parts.map((_, part) => words(row, part))])}
      />
    </figure>
  )
}
