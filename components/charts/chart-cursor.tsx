'use client'
// Shows the exact value and date under the pointer. It lies over the drawing, outside its role=img, and takes no focus: the
// hidden table carries the same numbers for the keyboard.
import { useRouter } from 'next/navigation'
import { type PointerEvent, useState } from 'react'
import { nearestIndex } from './nearest-index.ts'
import { asPercent } from './scale.ts'
import { fillOf, type MarkTone } from './tone.ts'

export type CursorPoint = {
  /** Share of the width. */
  x: number
  /** First line: the date. */
  title: string
  /** One line per series, as it is to be read. */
  lines: readonly string[]
  marks: readonly { y: number; tone: MarkTone }[]
  href?: string
}

export function ChartCursor({ points, height }: { points: readonly CursorPoint[]; height: number }) {
  const router = useRouter()
  const [index, setIndex] = useState<number | null>(null)
  const point = index === null ? undefined : points[index]

  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    setIndex(nearestIndex(points, (event.clientX - box.left) / box.width))
  }
  const open = () => {
    if (point?.href) router.push(point.href as Parameters<typeof router.push>[0])
  }

  return (
    <div
      aria-hidden="true"
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={() => setIndex(null)}
      onClick={open}
      className={`absolute inset-0 print:hidden ${point?.href ? 'cursor-pointer' : ''}`}
    >
      {point ? (
        <>
          <svg aria-hidden="true" width="100%" height={height} className="absolute inset-0 overflow-visible">
            <line x1={asPercent(point.x)} x2={asPercent(point.x)} y1="0" y2={height} className="stroke-line-strong" />
            {point.marks.map((mark) => (
              <circle
                key={`${mark.tone} ${mark.y}`}
                cx={asPercent(point.x)}
                cy={mark.y}
                r="4"
                className={`stroke-surface stroke-2 ${fillOf[mark.tone]}`}
              />
            ))}
          </svg>
          <div
            className="pointer-events-none absolute top-0 z-10 rounded-md border border-line-strong bg-surface px-2 py-1 text-xs whitespace-nowrap"
            // Set by script, through the CSSOM: it never stands in markup from the server, where the policy would block it.
            style={
              point.x > 0.5
                ? { right: `calc(${asPercent(1 - point.x)} + 8px)` }
                : { left: `calc(${asPercent(point.x)} + 8px)` }
            }
          >
            <div className="font-medium">{point.title}</div>
            {point.lines.map((line) => (
              <div key={line} className="text-soft">
                {line}
              </div>
            ))}
          </div>
        </>
      ) : null}
    </div>
  )
}
