// The text of one feed, from what the latest finished snapshot saw.
import type { Database } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { utcInstant } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import { type CalendarSpan, everyEvent } from '#lib/queries/calendar/calendar-filter.ts'
import { countEventsByDay } from '#lib/queries/calendar/count-events-by-day.ts'
import { getCalendarReach } from '#lib/queries/calendar/get-calendar-reach.ts'
import { listFeedEvents } from '#lib/queries/calendar/list-feed-events.ts'
import { calendarText, type FeedEntry } from './calendar-text.ts'
import { dayEntry, emptyEntry, eventEntry } from './feed-entries.ts'

/** A calendar of more entries than this is one no program is quick with: then each day is one entry that leads to its list. */
export const mostEvents = 5000

type Asked = { readAt: Date | null; now: Date; span: CalendarSpan; url: string; most?: number }

export async function feedText(
  db: Database,
  { scope, personName }: { scope: Scope; personName: string },
  { readAt, now, span, url, most = mostEvents }: Asked,
): Promise<string> {
  const name = scope.kind === 'everything' ? 'Kempt: everything' : `Kempt: of ${personName}`
  if (!readAt) {
    const entries = [emptyEntry('nothing was read yet', { url, readAt: now })]
    return calendarText({ name, about: 'No snapshot has been taken yet.', stampedAt: now, entries })
  }
  const source = { url, readAt }
  const [events, gaps] = await Promise.all([
    listFeedEvents(db, scope, { at: readAt, span, most: most + 1 }),
    gapsText(db, scope, readAt),
  ])
  const entries: FeedEntry[] =
    events.length > most
      ? (await countEventsByDay(db, scope, { at: readAt, filter: everyEvent, span })).map((day) =>
          dayEntry(day, source),
        )
      : events.map((event) => eventEntry(event, source))
  const about = [
    'When secrets, keys and certificates expire, and when the next rotation of a secret is due.',
    events.length > most ? `There are more than ${count(most)} dates: each entry is a whole day.` : '',
    `As read on ${utcInstant(readAt)}.`,
    gaps,
  ]
  return calendarText({
    name,
    about: about.filter(Boolean).join(' '),
    stampedAt: readAt,
    entries: entries.length > 0 ? entries : [emptyEntry(`nothing expires or falls due. ${gaps}`.trim(), source)],
  })
}

/** What the feed cannot know, in words; empty when everything was read. */
async function gapsText(db: Database, scope: Scope, at: Date): Promise<string> {
  const { lastSeen, unseen } = await getCalendarReach(db, scope, { at, filter: everyEvent })
  const vaults = (number: number) => `${count(number)} ${number === 1 ? 'vault' : 'vaults'}`
  return [
    lastSeen > 0 ? `Objects of ${vaults(lastSeen)} are as last seen.` : '',
    unseen > 0 ? `What else is in ${vaults(unseen)} was not seen.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}
