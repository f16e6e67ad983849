// Thin lines across a chart at instants that may explain a step of it, each with its words.
import { asPercent } from './scale.ts'
import type { PlacedMark } from './place-marks.ts'

/** The height that one row of words takes. */
export const markRowPx = 13

export function MarkLines({ marks, height }: { marks: readonly PlacedMark[]; height: number }) {
  return marks.map(({ x, label, anchor, row }) => (
    <g key={`${x} ${label}`}>
      <line
        x1={asPercent(x)}
        x2={asPercent(x)}
        y1={row * markRowPx}
        y2={height}
        className="stroke-line-strong"
        strokeDasharray="2 2"
      />
      {label ? (
        <text
          x={asPercent(x)}
          dx={anchor === 'start' ? 4 : -4}
          y={row * markRowPx + 9}
          textAnchor={anchor}
          className="halo fill-soft"
        >
          {label}
        </text>
      ) : null}
    </g>
  ))
}
