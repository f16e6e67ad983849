import { expect, test } from 'vitest'
import { timeZoneIn, zonedInstant } from './zoned-instant.ts'

const winter = new Date('2026-11-23T06:15:42.900Z')
const summer = new Date('2026-07-01T22:45:00Z')

test.each([
  ['UTC', '2026-11-23 06:15 UTC'],
  ['Europe/Berlin', '2026-11-23 07:15 UTC+1'],
  ['America/New_York', '2026-11-23 01:15 UTC-5'],
  ['Asia/Kathmandu', '2026-11-23 12:00 UTC+5:45'],
  ['America/St_Johns', '2026-11-23 02:45 UTC-3:30'],
  ['Pacific/Kiritimati', '2026-11-23 20:15 UTC+14'],
  ['Africa/Abidjan', '2026-11-23 06:15 UTC'],
])('in %s it is %s', (zone, text) => {
  expect(zonedInstant(winter, zone)).toBe(text)
})

test('summer and the change of day are those of the zone', () => {
  expect(zonedInstant(summer, 'Europe/Berlin')).toBe('2026-07-02 00:45 UTC+2')
  expect(zonedInstant(summer, 'Europe/London')).toBe('2026-07-01 23:45 UTC+1')
})

test('the hour that an autumn night has twice is told apart', () => {
  expect(zonedInstant(new Date('2026-10-25T00:30:00Z'), 'Europe/Berlin')).toBe('2026-10-25 02:30 UTC+2')
  expect(zonedInstant(new Date('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toBe('2026-10-25 02:30 UTC+1')
})

test('midnight is hour nought, and nonsense is never shown as an instant', () => {
  expect(zonedInstant(new Date('2026-11-22T23:00:00Z'), 'Europe/Berlin')).toBe('2026-11-23 00:00 UTC+1')
  expect(() => zonedInstant(new Date('soon'), 'Europe/Berlin')).toThrow(RangeError)
})

test('zones are known by their names, whatever their case', () => {
  expect(timeZoneIn('Europe/Berlin')).toBe('Europe/Berlin')
  expect(timeZoneIn('europe/berlin')).toBe('Europe/Berlin')
  expect(timeZoneIn('Asia/Kathmandu')).toBe('Asia/Kathmandu')
  expect(timeZoneIn('Etc/UTC')).toBe('UTC')
  expect(timeZoneIn('GMT')).toBe('UTC')
})

test.each(['', 'Mars/Olympus', '+05:30', 'Europe/Berlin; path=/', '../etc', 'x'.repeat(80), '🕐'])(
  '%j is no zone',
  (text) => {
    expect(timeZoneIn(text)).toBeNull()
  },
)
