// What a feed says of each event, and of a day when there are too many.
import { createHash } from 'node:crypto'
import { commandNames } from '#app/findings/fix.tsx'
import { ruleById } from '#app/rules/rule-by-id.ts'
import { objectHref } from '#app/vaults/search.ts'
import { dayCount, isoDate, utcInstant } from '#lib/format/date.ts'
import type { EventDay } from '#lib/queries/calendar/count-events-by-day.ts'
import type { FeedEvent } from '#lib/queries/calendar/list-feed-events.ts'
import { midnight } from '../months.ts'
import { countsText, objectKindWords } from '../words.ts'
import { type FeedEntry, oneLine } from './calendar-text.ts'

/** `url` is the origin of Kempt; `readAt` the snapshot it all comes from. */
type Source = { url: string; readAt: Date }

/** One object and one event of it. What stands in it is the same until a snapshot sees another state. */
export function eventEntry(event: FeedEvent, { url, readAt }: Source): FeedEntry {
  const { what, dueAt, kind, name, vaultName, notReadSince } = event
  const link = `${url}${objectHref(event, null)}`
  const said = what === 'expiry' ? 'expires' : 'is due for rotation'
  const lines = [
    `${objectKindWords[kind]} ${oneLine(name)} in vault ${oneLine(vaultName)} ${said}: ${utcInstant(dueAt)}.`,
    `Owner: ${event.owner ? oneLine(event.owner) : 'nobody is named'}`,
    `Environment: ${event.environment ? oneLine(event.environment) : 'none named'}`,
    rotatedLine(event),
    '',
    'To rotate it:',
    commandFor(event),
    '',
    `Who reads it, and what else is known: ${link}`,
    notReadSince
      ? `As last seen: its list could not be read since ${isoDate(notReadSince)}.`
      : `As read on ${utcInstant(readAt)}.`,
  ]
  return {
    uid: uidOf([event.resourceId, kind, name.toLowerCase(), what]),
    on: midnight(isoDate(dueAt)),
    summary: `${oneLine(name)} ${said} (${oneLine(vaultName)})`,
    description: lines.join('\n'),
    url: link,
    changedAt: event.changedAt,
  }
}

/** A whole day: of a feed with too many events for a calendar. */
export function dayEntry(day: EventDay, { url, readAt }: Source): FeedEntry {
  const link = `${url}/calendar?view=list&day=${day.day}`
  return {
    uid: uidOf(['day', day.day]),
    on: midnight(day.day),
    summary: `Kempt: ${countsText(day)}`,
    description: [`Which they are: ${link}`, `As read on ${utcInstant(readAt)}.`].join('\n'),
    url: link,
    changedAt: readAt,
  }
}

/** That there is nothing, or that nothing was read yet: said, so that a calendar without entries is never taken for one. */
export function emptyEntry(sentence: string, { url, readAt }: Source): FeedEntry {
  const link = `${url}/calendar`
  return {
    uid: uidOf(['nothing']),
    on: midnight(isoDate(readAt)),
    summary: `Kempt: ${sentence}`,
    description: `See what was read, and what was not: ${link}`,
    url: link,
    changedAt: readAt,
  }
}

function rotatedLine({ rotatedAt, rotationDays }: FeedEvent): string {
  const made = `Last rotated on ${isoDate(rotatedAt)}`
  return rotationDays === null ? `${made}.` : `${made}, to be rotated within ${dayCount(rotationDays)}.`
}

/** As the rule about it has it: one place writes commands. */
function commandFor(event: FeedEvent): string {
  const rule = ruleById(event.what === 'rotation' ? 'secret-overdue-for-rotation' : `${event.kind}-near-expiry`)
  if (!rule) throw new Error(`no rule is about a ${event.kind} that is due`)
  return rule.fix.cli(commandNames(event, event))
}

/** Nothing in it tells names: it is kept by calendars long after the event is gone. */
const uidOf = (parts: readonly string[]) =>
  `${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}@kempt`
