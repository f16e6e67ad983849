// The names of lines, where they end.
import { Drawing } from './drawing.tsx'

/** Names stand at the ends of their lines; where lines end together the names are moved apart. */
export function EndLabels({
  ends,
  height,
}: {
  ends: readonly { name: string; text: string; y: number }[]
  height: number
}) {
  const lineHeightPx = 13
  const placed = [...ends].sort((one, other) => one.y - other.y).map((end) => ({ ...end }))
  for (const [index, end] of placed.entries()) {
    const above = placed[index - 1]
    if (above) end.y = Math.max(end.y, above.y + lineHeightPx)
  }
  const overshoot = Math.max(0, (placed.at(-1)?.y ?? 0) - height)
  return (
    <Drawing>
      <svg width="112" height={height} aria-hidden="true" className="shrink-0 overflow-visible">
        {placed.map((end) => (
          <text key={end.name} x="8" y={end.y - overshoot} dy="0.32em">
            {end.name} <tspan className="fill-ink font-medium">{end.text}</tspan>
          </text>
        ))}
      </svg>
    </Drawing>
  )
}
