// When something happens: days across, hours of the day (UTC) down, busier hours shaded more strongly. A little space after
// every eighth hour shows the windows that caching is judged by.
import { useId } from 'react'
import { isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import { AxisRow } from './axis.tsx'
import { ChartTable } from './chart-table.tsx'
import { Drawing } from './drawing.tsx'
import { Hatch } from './hatch.tsx'
import { heatStep, heatSteps, stepRanges } from './heat-steps.ts'
import { HeatLegend, heatFills, summedFill } from './heat-legend.tsx'
import { axisDate, asPercent } from './scale.ts'
import { busiestHour, dayText, type HeatDay, heatSummary, hourText, readsText } from './heat-words.ts'

type HeatStripProps = {
  /** What is shown, as a beginning of a sentence ("Reads by app-shop"). */
  label: string
  /** One after the other, without a gap. */
  days: readonly HeatDay[]
}

const hourPx = 7
const windowGapPx = 3
const heightPx = 24 * hourPx + 2 * windowGapPx

const topOf = (hour: number) => hour * hourPx + Math.floor(hour / 8) * windowGapPx

export function HeatStrip({ label, days }: HeatStripProps) {
  const hatchId = useId()
  const share = 1 / Math.max(days.length, 1)
  const bounds = heatSteps(busiestHour(days)?.calls ?? 0)
  const labelEvery = Math.max(1, Math.ceil(days.length / 6))
  return (
    <figure>
      <div className="flex">
        <HourAxis />
        <div className="min-w-0 grow">
          <Drawing>
            <svg role="img" aria-label={heatSummary(label, days)} width="100%" height={heightPx} className="block">
              <Hatch id={hatchId} />
              {days.map((day, index) => (
                <svg key={isoDate(day.day)} x={asPercent(index * share)} width={asPercent(share)} height={heightPx}>
                  <title>{dayText(day)}</title>
                  <DayColumn day={day} bounds={bounds} hatchId={hatchId} />
                </svg>
              ))}
            </svg>
          </Drawing>
          <AxisRow
            ticks={days.flatMap(({ day }, index) =>
              index % labelEvery === 0
                ? [{ share: (index + 0.5) * share, label: axisDate(day), sparse: (index / labelEvery) % 2 === 1 }]
                : [],
            )}
          />
        </div>
      </div>
      <HeatLegend
        ranges={stepRanges(bounds, count)}
        hasSums={days.some(({ hours }) => hours?.length === 0)}
        hasGaps={days.some(({ hours }) => hours === null)}
      />
      <ChartTable
        label={heatSummary(label, days)}
        head={['Day', 'Reads', 'Busiest hour (UTC)']}
        rows={days.map((day) => {
          const most = busiestHour([day])
          return [
            isoDate(day.day),
            day.hours === null ? 'not covered' : count(day.calls),
            most ? `${hourText(most.hour)}: ${count(most.calls)}` : day.hours?.length === 0 ? 'not kept' : '',
          ]
        })}
      />
    </figure>
  )
}

function HourAxis() {
  return (
    <Drawing>
      <svg width="26" height={heightPx} aria-hidden="true" className="shrink-0 overflow-visible">
        {[0, 8, 16].map((hour) => (
          <text key={hour} x="0" y={topOf(hour)} dy="0.8em">
            {String(hour).padStart(2, '0')}
          </text>
        ))}
      </svg>
    </Drawing>
  )
}

/** What stands in the svg of one day, which is as wide as its share of the whole. */
function DayColumn({ day, bounds, hatchId }: { day: HeatDay; bounds: readonly number[]; hatchId: string }) {
  const isSummed = day.hours?.length === 0 && day.calls > 0
  const ground =
    day.hours === null ? { fill: `url(#${hatchId})` } : { className: isSummed ? summedFill : 'fill-sunken' }
  return (
    <>
      <rect width="92%" height={heightPx - 1} {...ground} />
      {(day.hours ?? []).map((calls, hour) =>
        calls > 0 ? (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the hour of the day is what it is
            key={hour}
            y={topOf(hour)}
            width="92%"
            height={hourPx - 1}
            className={heatFills.at(heatStep(calls, bounds) - bounds.length)}
          >
            <title>{`${isoDate(day.day)} ${hourText(hour)} UTC: ${readsText(calls)}`}</title>
          </rect>
        ) : null,
      )}
    </>
  )
}
