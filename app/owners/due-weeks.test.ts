import { expect, test } from 'vitest'
import { isoDate } from '#lib/format/date.ts'
import { aheadOf, dueIn, dueWeeks, weekFrom } from './due-weeks.ts'

const at = new Date('2026-11-23T18:30:00Z')
const weeks = dueWeeks(at)

test('the days ahead are eight weeks and what is left, from today on, without a day between them', () => {
  expect(weeks).toHaveLength(9)
  expect([weeks[0]?.from, weeks.at(-1)?.to]).toEqual([new Date('2026-11-23'), new Date('2027-01-23')])
  expect(weeks.at(-1)?.to).toEqual(aheadOf(at).to)
  expect(isoDate(weeks.at(-1)?.from ?? at)).toBe('2027-01-18')
  for (const [place, week] of weeks.entries()) expect(weeks[place + 1]?.from ?? week.to).toEqual(week.to)
})

test('a week is known by its first day, and no other day is one', () => {
  expect(weekFrom(weeks, new Date('2026-11-30'))).toEqual(weeks[1])
  expect(weekFrom(weeks, new Date('2026-11-29'))).toBeNull()
  expect(weekFrom(weeks, null)).toBeNull()
})

test('a day is counted in one week alone', () => {
  const days = [
    { day: '2026-11-29', expiry: 1, rotation: 2 },
    { day: '2026-11-30', expiry: 4, rotation: 8 },
  ]
  expect(weeks.slice(0, 3).map((week) => dueIn(week, days))).toEqual([
    { expiry: 1, rotation: 2 },
    { expiry: 4, rotation: 8 },
    { expiry: 0, rotation: 0 },
  ])
})
