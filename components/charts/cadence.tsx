// How long each version was the current one, rotation by rotation, against the line it should stay under.
import { useId } from 'react'
import { dayCount, isoDate } from '#lib/format/date.ts'
import { AxisRow, GridLines, ValueAxis } from './axis.tsx'
import type { CadenceStep } from './cadence-of.ts'
import { ChartTable } from './chart-table.tsx'
import { ColumnLinks } from './column-links.tsx'
import { Drawing } from './drawing.tsx'
import { Hatch } from './hatch.tsx'
import { asPercent, axisFormat, valueScale } from './scale.ts'

type CadenceProps = {
  label: string
  /** The oldest first. */
  steps: readonly CadenceStep[]
  /** Null where no rule asks for rotation. */
  lineDays: number | null
  /** What is said of the step that is not over. */
  runningLabel?: string
  height?: number
}

export function Cadence({ label, steps, lineDays, runningLabel = 'so far', height = 96 }: CadenceProps) {
  const hatchId = useId()
  const y = valueScale([...steps.map(({ days }) => days), lineDays ?? 0], height, { whole: true, headroom: 12 })
  const share = 1 / Math.max(steps.length, 1)
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last) return <p className="text-table text-faint">No rotation is known.</p>
  const dateOf = axisFormat({ from: first.to, to: last.to })
  const labelEvery = Math.max(1, Math.ceil(steps.length / 6))
  return (
    <figure>
      <div className="flex">
        <ValueAxis scale={y} height={height} format={String} />
        <div className="min-w-0 grow">
          <div className="relative">
            <Drawing>
              <svg role="img" aria-label={label} width="100%" height={height} className="block overflow-visible">
                <Hatch id={hatchId} />
                <GridLines scale={y} />
                {steps.map((step, index) => (
                  <rect
                    key={step.from.getTime()}
                    x={asPercent((index + 0.2) * share)}
                    width={asPercent(share * 0.6)}
                    y={Math.min(y.y(step.days), height - 1)}
                    height={Math.max(height - y.y(step.days), 1)}
                    {...(step.isUncertain ? { fill: `url(#${hatchId})` } : { className: fillOfStep(step, lineDays) })}
                  />
                ))}
                {lineDays === null ? null : (
                  <g>
                    <line
                      x1="0"
                      x2="100%"
                      y1={y.y(lineDays)}
                      y2={y.y(lineDays)}
                      className="stroke-ink"
                      strokeDasharray="4 3"
                    />
                    <text x="100%" y={y.y(lineDays) - 4} textAnchor="end" className="halo fill-ink">
                      {lineDays} days
                    </text>
                  </g>
                )}
              </svg>
            </Drawing>
            <ColumnLinks
              label={label}
              columns={steps.map((step) => ({
                key: step.from.toISOString(),
                title: `${isoDate(step.from)} to ${isoDate(step.to)}`,
                lines: [stepText(step, lineDays, runningLabel)],
              }))}
            />
          </div>
          <AxisRow
            ticks={steps.flatMap(({ to, isRunning }, index) =>
              index % labelEvery === 0
                ? [
                    {
                      share: (index + 0.5) * share,
                      label: isRunning ? runningLabel : dateOf(to),
                      sparse: (index / labelEvery) % 2 === 1,
                    },
                  ]
                : [],
            )}
          />
        </div>
      </div>
      <ChartTable
        label={label}
        head={['Made', 'Until', 'How long']}
        rows={steps.map((step) => [step.from.toISOString(), isoDate(step.to), stepText(step, lineDays, runningLabel)])}
      />
    </figure>
  )
}

/** What is not over is hollow; what took too long has another colour, and stands above the line. */
function fillOfStep({ days, isRunning }: CadenceStep, lineDays: number | null): string {
  const isLate = lineDays !== null && days >= lineDays
  if (isRunning) return isLate ? 'fill-high/25 stroke-high' : 'fill-accent/20 stroke-accent'
  return isLate ? 'fill-high' : 'fill-accent'
}

function stepText(
  { days, isRunning, isUncertain }: CadenceStep,
  lineDays: number | null,
  runningLabel: string,
): string {
  const over = lineDays === null ? 0 : days - lineDays
  return [
    `${dayCount(days)}${isRunning ? ` ${runningLabel}` : ''}`,
    over > 0 && `${dayCount(Math.round(over * 10) / 10)} over`,
    isUncertain && 'there may have been rotations in between that were not read',
  ]
    .filter(Boolean)
    .join(', ')
}
