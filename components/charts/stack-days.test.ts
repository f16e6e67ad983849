import { expect, test } from 'vitest'
import { stackDays, unknownDays } from './stack-days.ts'

test('each part lies on the one before it, for as long as neither changes', () => {
  expect(
    stackDays(
      [
        [4, 2],
        [4, 2],
        [6, 0],
        [5, 2],
      ],
      2,
    ),
  ).toEqual([
    { part: 0, from: 0, to: 2, low: 0, high: 4 },
    { part: 0, from: 2, to: 3, low: 0, high: 6 },
    { part: 0, from: 3, to: 4, low: 0, high: 5 },
    { part: 1, from: 0, to: 2, low: 4, high: 6 },
    { part: 1, from: 3, to: 4, low: 5, high: 7 },
  ])
})

test('a day that is not known is a gap, not nought, and ends a block', () => {
  const days = [[1], null, [1], [1]]
  expect(stackDays(days, 1)).toEqual([
    { part: 0, from: 0, to: 1, low: 0, high: 1 },
    { part: 0, from: 2, to: 4, low: 0, high: 1 },
  ])
  expect(unknownDays(days)).toEqual([{ from: 1, to: 2 }])
})

test('one day of history is one day wide, and no history is nothing', () => {
  expect(stackDays([null, null, [1]], 1)).toEqual([{ part: 0, from: 2, to: 3, low: 0, high: 1 }])
  expect(unknownDays([null, null, [1]])).toEqual([{ from: 0, to: 2 }])
  expect(stackDays([null], 2)).toEqual([])
  expect(unknownDays([])).toEqual([])
})
