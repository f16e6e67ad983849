// How many reads an hour each shade stands for, and what has no shade.
import { UnknownSwatch } from '../ui/unknown-mark.tsx'
import { Drawing } from './drawing.tsx'

/** From the palest to the strongest; fewer steps use the last ones. Written out, so that Tailwind finds the class names. */
export const heatFills = ['fill-accent/30', 'fill-accent/45', 'fill-accent/60', 'fill-accent/80', 'fill-accent']

/** Of a day whose hours are not kept: paler than any hour. */
export const summedFill = 'fill-accent/15'

type HeatLegendProps = { ranges: readonly string[]; hasSums: boolean; hasGaps: boolean }

export function HeatLegend({ ranges, hasSums, hasGaps }: HeatLegendProps) {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-soft">
      {ranges.map((range, index) => (
        <li key={range} className="inline-flex items-center gap-1.5">
          <Swatch fill={heatFills.at(index - ranges.length) ?? ''} />
          {index === 0 ? `${range} an hour` : range}
        </li>
      ))}
      {hasSums ? (
        <li className="inline-flex items-center gap-1.5">
          <Swatch fill={summedFill} />
          Reads, hours not kept
        </li>
      ) : null}
      {hasGaps ? (
        <li className="inline-flex items-center gap-1.5">
          <UnknownSwatch />
          Not covered by the log
        </li>
      ) : null}
    </ul>
  )
}

function Swatch({ fill }: { fill: string }) {
  return (
    <Drawing>
      <svg width="10" height="10" aria-hidden="true" className={`shrink-0 ${fill}`}>
        <rect width="10" height="10" rx="2" />
      </svg>
    </Drawing>
  )
}
