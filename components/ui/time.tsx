// An instant in the time zone that was chosen for them, UTC unless somebody chose, or a date, which is always one in UTC.
// What is shown may be short or relative; the exact instant is always in the title.
import { ago, isoDate } from '#lib/format/date.ts'
import { zonedInstant } from '#lib/format/zoned-instant.ts'
import { chosenZone } from './chosen-zone.ts'

type TimeProps = {
  at: Date
  /** With it the text is an age ("3 days ago"), measured from there. */
  now?: Date
  /** `day` leaves the hour out: the day in UTC. */
  to?: 'minute' | 'day'
}

export function Time({ at, now, to = 'minute' }: TimeProps) {
  const zone = chosenZone()
  const iso = at.toISOString()
  const text = now ? ago(at, now) : to === 'day' ? isoDate(at) : zonedInstant(at, zone)
  // Midnight of a date is another day elsewhere: only instants are told in another zone.
  const title = zone === 'UTC' || (to === 'day' && !now) ? iso : `${iso}: ${zonedInstant(at, zone)}, ${zone}`
  return (
    <time dateTime={iso} title={title} className="whitespace-nowrap">
      {text}
    </time>
  )
}
