import { expect, test } from 'vitest'
import { addDays, ago, dayCount, daysBetween, isoDate, utcInstant } from './date.ts'

const now = new Date('2026-11-23T06:15:42Z')

test('days and instants are written in UTC, wherever the machine stands', () => {
  expect(isoDate(new Date('2026-11-23T23:59:59Z'))).toBe('2026-11-23')
  expect(utcInstant(now)).toBe('2026-11-23 06:15 UTC')
})

test('a year of five digits keeps all of them', () => {
  expect(isoDate(new Date('+010000-01-01T00:00:00Z'))).toBe('+010000-01-01')
})

test('an invalid date is never shown as a day', () => {
  expect(() => isoDate(new Date('soon'))).toThrow(RangeError)
  expect(() => utcInstant(new Date('soon'))).toThrow(RangeError)
})

test('days are added by the clock, not by the calendar of a time zone', () => {
  expect(addDays(now, 1).toISOString()).toBe('2026-11-24T06:15:42.000Z')
  expect(addDays(now, -365).toISOString()).toBe('2025-11-23T06:15:42.000Z')
})

test('a day counts once it is whole', () => {
  expect(daysBetween(now, addDays(now, 2))).toBe(2)
  expect(daysBetween(now, new Date('2026-11-24T06:15:41Z'))).toBe(0)
  expect(daysBetween(now, addDays(now, -3))).toBe(-3)
})

test.each([
  ['2026-11-23T06:15:42Z', 'just now'],
  ['2026-11-23T06:16:12Z', 'just now'],
  ['2026-11-23T06:10:00Z', '5 minutes ago'],
  ['2026-11-23T03:15:42Z', '3 hours ago'],
  ['2026-11-22T06:15:42Z', '1 day ago'],
  ['2026-11-20T06:15:42Z', '3 days ago'],
  ['2026-12-05T06:15:42Z', 'in 12 days'],
  ['2026-09-25T06:15:42Z', '59 days ago'],
  ['2026-09-01T06:15:42Z', '2 months ago'],
  ['2025-11-01T06:15:42Z', '12 months ago'],
  ['2029-12-01T06:15:42Z', 'in 3 years'],
])('%s is %s', (at, words) => {
  expect(ago(new Date(at), now)).toBe(words)
})

test('lengths agree in number', () => {
  expect([1, 60, 1200].map(dayCount)).toEqual(['1 day', '60 days', '1,200 days'])
})
