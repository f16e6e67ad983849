// What the calendar says: of events, of how many there are, and of how long is left.
import { dayCount, isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'
import type { EventKind } from '#lib/queries/calendar/calendar-filter.ts'
import { daysFrom } from './months.ts'

/** As choices of a filter. */
export const eventWords: Record<EventKind, string> = { expiry: 'Expires', rotation: 'Due for rotation' }

export const objectKindWords: Record<ObjectKind, string> = {
  secret: 'Secret',
  key: 'Key',
  certificate: 'Certificate',
}

/** What an event is, seen from an instant: what is past is called by what came of it. */
export function eventWord(what: EventKind, isPast: boolean): string {
  if (what === 'expiry') return isPast ? 'Expired' : 'Expires'
  return isPast ? 'Rotation overdue' : 'Rotation due'
}

/** "14 expire", "1 overdue": as short as a day of a month needs it. */
export function shortCount(what: EventKind, events: number, isPast: boolean): string {
  if (what === 'rotation') return `${count(events)} ${isPast ? 'overdue' : 'due'}`
  return `${count(events)} ${isPast ? 'expired' : events === 1 ? 'expires' : 'expire'}`
}

/** "14 expire, 3 are due for rotation", or "nothing". */
export function countsText({ expiry, rotation }: Record<EventKind, number>, isPast = false): string {
  const said = [
    expiry > 0 ? shortCount('expiry', expiry, isPast) : '',
    rotation > 0
      ? isPast
        ? `${count(rotation)} overdue for rotation`
        : `${count(rotation)} ${rotation === 1 ? 'is' : 'are'} due for rotation`
      : '',
  ].filter(Boolean)
  return said.length === 0 ? 'nothing' : said.join(', ')
}

/** "today", "in 14 days", "5 days ago": by dates, as one counts on a calendar. */
export function daysLeftText(dueAt: Date, today: string): string {
  const days = daysFrom(today, isoDate(dueAt))
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${dayCount(days)}` : `${dayCount(-days)} ago`
}
