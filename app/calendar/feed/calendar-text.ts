// A calendar as text, by RFC 5545. The library folds and escapes; what it leaves to others is done here.
import ical, { ICalEventTransparency } from 'ical-generator'

export type FeedEntry = {
  /** Stable for what it is about, whatever its date. */
  uid: string
  /** The date: midnight (UTC). */
  on: Date
  summary: string
  description: string
  url: string
  /** Since when it is as it is. */
  changedAt: Date
}

const refreshSeconds = 6 * 60 * 60

/** `stampedAt` is when all of it was read. A calendar without an entry is none: RFC 5545 asks for one at least. */
export function calendarText({
  name,
  about,
  stampedAt,
  entries,
}: {
  name: string
  about: string
  stampedAt: Date
  entries: readonly FeedEntry[]
}): string {
  const calendar = ical({
    name: inHead(name),
    description: inHead(about),
    prodId: '//Kempt//Calendar//EN',
    ttl: refreshSeconds,
  })
  for (const { uid, on, summary, description, url, changedAt } of entries) {
    calendar.createEvent({
      id: uid,
      start: on,
      allDay: true,
      stamp: stampedAt,
      lastModified: changedAt,
      // Has to grow with every change and is an integer of 32 bits: minutes last until the year 6053.
      sequence: Math.floor(changedAt.getTime() / 60_000),
      summary: asText(summary),
      description: asText(description),
      url,
      // A date to know of, not a time that is taken.
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  // Every line ends, the last one too.
  return `${calendar.toString()}\r\n`
}

/** Control characters have no place in a text, and no way to be escaped; a line is ended in one way. */
export const asText = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '')

/** The library escapes what events say and not what a calendar is called, where "Silva, Ana" would be two names. */
const inHead = (text: string): string => oneLine(text).replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)

/** One line: whoever writes tags must not be able to write lines of ours. */
export const oneLine = (text: string): string => asText(text).replaceAll(/\s+/g, ' ').trim()
