// An instant or a date in UTC. What is shown may be short or relative; the exact instant is always in the title.
import { ago, isoDate, utcInstant } from '#lib/format/date.ts'

type TimeProps = {
  at: Date
  /** With it the text is an age ("3 days ago"), measured from there. */
  now?: Date
  /** `day` leaves the hour out. */
  to?: 'minute' | 'day'
}

export function Time({ at, now, to = 'minute' }: TimeProps) {
  const text = now ? ago(at, now) : to === 'day' ? isoDate(at) : utcInstant(at)
  return (
    <time dateTime={at.toISOString()} title={at.toISOString()} className="whitespace-nowrap">
      {text}
    </time>
  )
}
