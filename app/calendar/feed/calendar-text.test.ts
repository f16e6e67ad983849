// What is written as a calendar is read back by a parser of another author: the same dates, the same texts.
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { asText, calendarText, type FeedEntry, oneLine } from './calendar-text.ts'

const stampedAt = new Date('2026-11-23T06:00:00Z')

const entry = (said: Partial<FeedEntry> = {}): FeedEntry => ({
  uid: 'a1b2@kempt',
  on: new Date('2026-12-14T00:00:00Z'),
  summary: 'stripe-key expires (kv-shop-prod)',
  description: 'Owner: ana@halden.example',
  url: 'https://kempt.example/vaults/kv-shop-prod/secret/stripe-key',
  changedAt: new Date('2026-11-20T18:30:00Z'),
  ...said,
})

const text = (...entries: FeedEntry[]) =>
  calendarText({ name: 'Kempt: all, of us', about: 'Dates; all', stampedAt, entries })
const parsed = (ics: string) => new ICAL.Component(ICAL.parse(ics))
const events = (ics: string) =>
  parsed(ics)
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component))

/** The parser knows no such property, and so not that it is a text (RFC 7986, 5.1): it is told so by a name that it knows. */
const textOf = (property: string, ics: string) =>
  parsed(ics.replace(`\r\n${property}:`, '\r\nCOMMENT:')).getFirstPropertyValue('comment')

test('an event has its date, its texts and its marks, wherever the machine stands', () => {
  const [event] = events(text(entry()))
  expect(event?.startDate.isDate).toBe(true)
  expect(event?.startDate.toString()).toBe('2026-12-14')
  expect(event?.uid).toBe('a1b2@kempt')
  expect(event?.sequence).toBe(Date.parse('2026-11-20T18:30:00Z') / 60_000)
  expect(event?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-23T06:00:00Z')
  expect(event?.component.getFirstPropertyValue('last-modified')?.toString()).toBe('2026-11-20T18:30:00Z')
  expect(event?.component.getFirstPropertyValue('url')).toBe(entry().url)
  expect(event?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
  expect(text(entry())).toContain('\r\nDTSTART;VALUE=DATE:20261214\r\n')
})

test('the calendar has a name, what it is about, and how often to ask', () => {
  const calendar = parsed(text(entry()))
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
  expect(calendar.getFirstPropertyValue('prodid')).toBe('-//Kempt//Calendar//EN')
  expect(textOf('NAME', text(entry()))).toBe('Kempt: all, of us')
  expect(textOf('X-WR-CALNAME', text(entry()))).toBe('Kempt: all, of us')
  expect(textOf('X-WR-CALDESC', text(entry()))).toBe('Dates; all')
  expect(calendar.getFirstPropertyValue('refresh-interval')?.toString()).toBe('PT6H')
})

const odd = [
  'a, b; c \\ d: "e" \\n',
  'line one\nline two\n\nline four',
  `${'n'.repeat(127)}`,
  '🚚'.repeat(60),
  '👩‍👩‍👧‍👦 family, 🇳🇴 flag',
  'مفتاح الدفع; سر',
  'é'.repeat(200),
  `${'x'.repeat(73)}é${'y'.repeat(74)}🚚`,
  'BEGIN:VEVENT\nUID:forged',
  ' spaces  at both ends ',
  'a\ttab',
]

test.each(odd)('%j is read back as it was written', (said) => {
  const [event, ...others] = events(text(entry({ summary: said, description: `${said}\n${said}` })))
  expect(others).toEqual([])
  expect(event?.summary).toBe(said)
  expect(event?.description).toBe(`${said}\n${said}`)
})

test('no line is longer than 75 octets, every line ends with CRLF, and none is cut inside a character', () => {
  const ics = text(...odd.map((said, index) => entry({ uid: `${index}@kempt`, summary: said, description: said })))
  expect(ics.endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true)
  expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const lines = ics.split('\r\n')
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeGreaterThan(70)
  expect(lines.filter((line) => !line.isWellFormed())).toEqual([])
})

test('a name is one line and one text, whatever it is made of', () => {
  const ics = calendarText({ name: 'Silva, Ana;\r\nX-FORGED:1 \\', about: 'a\nb', stampedAt, entries: [entry()] })
  expect(textOf('NAME', ics)).toBe('Silva, Ana; X-FORGED:1 \\')
  expect(parsed(ics).getFirstProperty('x-forged')).toBeNull()
})

test('control characters are left out, and a line is ended in one way', () => {
  expect(asText('a\u0000b\u0007c\u007fd\u0085e\r\nf\rg\th')).toBe('abcde\nf\ng\th')
  const [event] = events(text(entry({ summary: 'bell \u0007, escape \u001b' })))
  expect(event?.summary).toBe('bell , escape ')
})

test('what stands in a tag never becomes a line of ours', () => {
  expect(oneLine('  production\r\nTo rotate it:\n rm -rf / ')).toBe('production To rotate it: rm -rf /')
})
