// What the marks of a lifeline mean; only those that are in it.
import type { ReactElement } from 'react'
import { UnknownSwatch } from '../ui/unknown-mark.tsx'
import { Drawing } from './drawing.tsx'
import type { PlacedLifeline } from './place-lifeline.ts'

export function LifelineLegend({
  lifeline: { rows, gaps },
  rotationDays,
}: {
  lifeline: PlacedLifeline
  rotationDays: number | null
}) {
  const has = (some: (row: (typeof rows)[number]) => unknown) => rows.some((row) => Boolean(some(row)))
  const entries: [word: string, swatch: ReactElement | null][] = [
    ['Current one of its time', <rect key="bar" y="3" width="16" height="8" rx="2" className="fill-accent" />],
    [
      'Disabled',
      has(({ enabled }) => !enabled) ? (
        <rect
          key="off"
          x="0.5"
          y="3.5"
          width="15"
          height="7"
          rx="2"
          className="fill-surface stroke-line-strong [stroke-dasharray:3_2]"
        />
      ) : null,
    ],
    [
      'Replaced, still enabled',
      has(({ tail }) => tail) ? (
        <path key="tail" d="M0 7h16" className="stroke-accent" strokeWidth="1.5" strokeDasharray="1 3" />
      ) : null,
    ],
    [
      `To be rotated by then (${rotationDays} days)`,
      rotationDays === null ? null : <path key="due" d="M8 1v12" className="stroke-ink" strokeDasharray="2 2" />,
    ],
    [
      'Later than that',
      has(({ overdue, enabled }) => overdue && enabled) ? (
        <rect key="overdue" y="7" width="16" height="4" className="fill-high" />
      ) : null,
    ],
    [
      'Expiry',
      has(({ expiry }) => expiry) ? <path key="expiry" d="M8 1.5 13.5 7 8 12.5 2.5 7Z" className="fill-ink" /> : null,
    ],
    [
      'Expiry it had before',
      has(({ movedFrom }) => movedFrom) ? (
        <path key="moved" d="M8 1.5 13.5 7 8 12.5 2.5 7Z" className="fill-surface stroke-soft" />
      ) : null,
    ],
  ]
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-soft">
      {entries.map(([word, swatch]) =>
        swatch ? (
          <li key={word} className="inline-flex items-center gap-1.5">
            <Drawing>
              <svg width="16" height="14" aria-hidden="true" className="shrink-0">
                {swatch}
              </svg>
            </Drawing>
            {word}
          </li>
        ) : null,
      )}
      {gaps.length > 0 ? (
        <li className="inline-flex items-center gap-1.5">
          <UnknownSwatch />
          Versions not read
        </li>
      ) : null}
    </ul>
  )
}
