import { expect, test } from 'vitest'
import { daysFrom, monthIn, monthText, shiftMonth, spanOfMonth, weekdayText, weeksOf } from './months.ts'

test('a month has the weeks it touches, from Monday to Sunday', () => {
  const december = weeksOf('2026-12')
  expect(december).toHaveLength(5)
  expect(december[0]).toEqual([
    ...['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06'],
  ])
  expect(december.at(-1)?.at(-1)).toBe('2027-01-03')
  expect(december.every((week) => week.length === 7)).toBe(true)
})

test.each([
  ['2027-02', 4],
  ['2027-08', 6],
  ['2028-02', 5],
])('%s takes %i weeks', (month, weeks) => {
  expect(weeksOf(month)).toHaveLength(weeks)
  expect(weeksOf(month).flat()).toContain(`${month}-28`)
})

test('months follow each other over the turn of a year, and end where no address leads', () => {
  expect(shiftMonth('2026-12', 1)).toBe('2027-01')
  expect(shiftMonth('2026-01', -1)).toBe('2025-12')
  expect(shiftMonth('2199-12', 1)).toBeNull()
  expect(shiftMonth('2000-01', -1)).toBeNull()
})

test('only a month of these two centuries is one', () => {
  expect(['2026-12', '2026-00', '2026-13', '1999-12', '26-12', '2026-12-01', ''].map((text) => monthIn(text))).toEqual([
    ...['2026-12', null, null, null, null, null, null],
  ])
  expect(monthIn(['2026-12', '2027-01'])).toBe('2026-12')
  expect(monthIn(undefined)).toBeNull()
})

test('everything is told in UTC, wherever the machine stands', () => {
  expect(spanOfMonth('2028-02').to.toISOString()).toBe('2028-03-01T00:00:00.000Z')
  expect(monthText('2026-12')).toBe('December 2026')
  expect(weekdayText('2026-12-14')).toBe('Monday')
  expect(daysFrom('2026-11-23', '2026-12-14')).toBe(21)
  expect(daysFrom('2026-11-23', '2026-11-20')).toBe(-3)
})
