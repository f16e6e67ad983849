import { asPercent } from './scale.ts'
import { fillOf, type MarkTone } from './tone.ts'

export type BarPart = {
  /** What is counted, as it is read in the note and in the table. */
  word: string
  value: number
  tone: MarkTone
}

type StackProps = {
  parts: readonly BarPart[]
  direction: 1 | -1
  left: number
  width: number
  y: (value: number) => number
  height: number
  hatchId: string
}

/** The parts of one bar, from the line on, upwards or downwards. */
export function Stack({ parts, direction, left, width, y, height, hatchId }: StackProps) {
  let base = 0
  return parts.map((part) => {
    const from = base
    base += part.value
    const [near, far] = [y(direction * from), y(direction * base)]
    // A hair between parts, but a part that exists is always seen, on its own side of the line and in the plot.
    const tall = Math.max(Math.abs(far - near) - 1, 1)
    const top = direction > 0 ? Math.max(0, Math.min(far, near - tall)) : Math.min(near, height - tall)
    if (part.value === 0) return null
    return (
      <rect
        key={part.word}
        x={asPercent(left)}
        width={asPercent(width)}
        y={top}
        height={tall}
        {...(part.tone === 'unknown' ? { fill: `url(#${hatchId})` } : { className: fillOf[part.tone] })}
      />
    )
  })
}
