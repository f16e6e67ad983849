// One whole and its parts, side by side, each part named with its count and leading to its rows.
import { useId } from 'react'
import { count } from '#lib/format/number.ts'
import { Link } from '../ui/link.tsx'
import { Hatch } from './hatch.tsx'
import { ToneSwatch } from './legend.tsx'
import { asPercent } from './scale.ts'
import { fillOf, type MarkTone } from './tone.ts'
import { Drawing } from './drawing.tsx'

export type SharePart = { word: string; count: number; tone: MarkTone; href?: string }

/** What exists is always seen: the others give way a little. */
const leastShare = 0.01

/** The parts are the whole: what is not known is a part too (tone `unknown`, hatched). */
export function ShareBar({ label, rows, height = 12 }: { label: string; rows: readonly SharePart[]; height?: number }) {
  const hatchId = useId()
  const total = rows.reduce((sum, part) => sum + part.count, 0)
  const widthOf = (part: SharePart) => (part.count === 0 ? 0 : Math.max(part.count / total, leastShare))
  const whole = rows.reduce((sum, part) => sum + widthOf(part), 0)
  let left = 0
  return (
    <figure>
      <Drawing>
        <svg
          role="img"
          aria-label={`${label}: ${rows.map((part) => `${part.word} ${part.count}`).join(', ')}, of ${total}`}
          width="100%"
          height={height}
          className="block overflow-hidden rounded-sm"
        >
          <Hatch id={hatchId} />
          <rect width="100%" height={height} className="fill-sunken" />
          {rows.map((part) => {
            if (part.count === 0) return null
            const x = left
            left += widthOf(part) / whole
            return (
              <g key={part.word}>
                <rect
                  x={asPercent(x)}
                  width={asPercent(widthOf(part) / whole)}
                  height={height}
                  {...(part.tone === 'unknown' ? { fill: `url(#${hatchId})` } : { className: fillOf[part.tone] })}
                />
                {x > 0 ? <rect x={asPercent(x)} width="1.5" height={height} className="fill-surface" /> : null}
              </g>
            )
          })}
        </svg>
      </Drawing>
      <figcaption>
        <ul className="mt-2.5 flex flex-wrap gap-x-5 gap-y-1 text-table">
          {rows.map((part) => (
            <li key={part.word} className="inline-flex items-center gap-1.5">
              <ToneSwatch tone={part.tone} />
              <span className="text-soft">{part.word}</span>
              {part.href && part.count > 0 ? (
                <Link href={part.href} className="font-medium">
                  {count(part.count)}
                </Link>
              ) : (
                <span className="font-medium">{count(part.count)}</span>
              )}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}
