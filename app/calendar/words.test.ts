import { expect, test } from 'vitest'
import { countsText, daysLeftText, eventWord, shortCount } from './words.ts'

test('a day says how much of what, in few words', () => {
  expect([1, 14, 1200].map((events) => shortCount('expiry', events, false))).toEqual([
    ...['1 expires', '14 expire', '1,200 expire'],
  ])
  expect(shortCount('rotation', 3, false)).toBe('3 due')
  expect([shortCount('expiry', 2, true), shortCount('rotation', 1, true)]).toEqual(['2 expired', '1 overdue'])
})

test('sums say both, and nothing of what there is none of', () => {
  expect(countsText({ expiry: 14, rotation: 3 })).toBe('14 expire, 3 are due for rotation')
  expect(countsText({ expiry: 0, rotation: 1 })).toBe('1 is due for rotation')
  expect(countsText({ expiry: 2, rotation: 5 }, true)).toBe('2 expired, 5 overdue for rotation')
  expect(countsText({ expiry: 0, rotation: 0 })).toBe('nothing')
})

test('what is past is called by what came of it', () => {
  expect([eventWord('expiry', false), eventWord('expiry', true)]).toEqual(['Expires', 'Expired'])
  expect([eventWord('rotation', false), eventWord('rotation', true)]).toEqual(['Rotation due', 'Rotation overdue'])
})

test('days left are counted by dates, so that tomorrow is tomorrow at any hour', () => {
  const left = (due: string) => daysLeftText(new Date(due), '2026-11-23')
  expect(left('2026-11-23T23:59:59Z')).toBe('today')
  expect(left('2026-11-24T00:00:00Z')).toBe('tomorrow')
  expect(left('2026-11-22T23:59:59Z')).toBe('yesterday')
  expect(left('2026-12-14T00:00:00Z')).toBe('in 21 days')
  expect(left('2025-11-23T00:00:00Z')).toBe('365 days ago')
})
