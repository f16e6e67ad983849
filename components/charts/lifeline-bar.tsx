// One version of a lifeline: its time as the current one below, the words of its expiry above.
import { dayCount, daysBetween, isoDate } from '#lib/format/date.ts'
import { expiryText, nameOf } from './lifeline-words.ts'
import type { LifelineRow, Mark } from './place-lifeline.ts'
import { asPercent } from './scale.ts'

export const rowPx = 32

const [barTop, barPx] = [16, 10]

/** Of the bar, from the top of its row. */
export const middlePx = barTop + barPx / 2

type LifelineBarProps = { row: LifelineRow; top: number; now: Date; nowLabel: string }

export function LifelineBar({ row, top, now, nowLabel }: LifelineBarProps) {
  const { bar, overdue, tail, due, expiry, movedFrom, enabled, isCurrent, createdAt, endsAt } = row
  const y = top + barTop
  const middle = top + middlePx
  // A version that was replaced in the second it was made is seen too.
  const width = (share: number) => asPercent(Math.max(share, 0.004))
  const lasted = `${isoDate(createdAt)} to ${isCurrent ? nowLabel : isoDate(endsAt)}, ${dayCount(daysBetween(createdAt, endsAt))}`
  return (
    <g>
      <rect
        x={asPercent(bar.x)}
        width={width(bar.width)}
        y={y}
        height={barPx}
        rx="2"
        className={
          enabled
            ? isCurrent
              ? 'fill-accent'
              : 'fill-accent/50'
            : 'fill-surface stroke-line-strong [stroke-dasharray:3_2]'
        }
      >
        <title>{`${nameOf(row)}: current from ${lasted}${enabled ? '' : ', disabled'}`}</title>
      </rect>
      {overdue && enabled ? (
        <rect
          x={asPercent(overdue.x)}
          width={width(overdue.width)}
          y={y + barPx - 4}
          height="4"
          className={isCurrent ? 'fill-high' : 'fill-high/60'}
        >
          <title>{due ? `Not rotated from ${isoDate(due.at)} to ${isCurrent ? nowLabel : isoDate(endsAt)}` : ''}</title>
        </rect>
      ) : null}
      {tail ? (
        <line
          x1={asPercent(tail.x)}
          x2={asPercent(tail.x + tail.width)}
          y1={middle}
          y2={middle}
          className="stroke-accent"
          strokeWidth="1.5"
          strokeDasharray="1 3"
        />
      ) : null}
      {due && !due.beyond ? (
        <line
          x1={asPercent(due.x)}
          x2={asPercent(due.x)}
          y1={y - 3}
          y2={y + barPx + 3}
          className="stroke-ink"
          strokeDasharray="2 2"
        />
      ) : null}
      {movedFrom && expiry ? (
        <line x1={asPercent(movedFrom.x)} x2={asPercent(expiry.x)} y1={middle} y2={middle} className="stroke-soft" />
      ) : null}
      {expiry ? (
        <text x={asPercent(expiry.x)} y={top + 10} className={`halo fill-soft ${anchorOf(expiry, now)}`}>
          {expiryText(row, now)}
        </text>
      ) : null}
    </g>
  )
}

/**
 * The words of an expiry stand on the side of it that today is not on, where there is room for them; a phone has less. By
 * class, for an attribute does not know how wide the window is.
 */
function anchorOf({ at, x }: Mark, now: Date): string {
  const isPast = at <= now
  if (x < 0.2) return '[text-anchor:start]'
  if (x > 0.84) return '[text-anchor:end]'
  if (isPast) return x > 0.4 ? '[text-anchor:end]' : '[text-anchor:start] sm:[text-anchor:end]'
  return x < 0.55 ? '[text-anchor:start]' : '[text-anchor:end] sm:[text-anchor:start]'
}
