import { expect, test } from 'vitest'
import { ageBounds } from './age-bounds.ts'

test('the threshold is a bound of its own, so that no class lies on both sides of it', () => {
  expect(ageBounds(60)).toEqual([15, 30, 45, 60, 90, 180, 360])
  for (const days of [1, 2, 7, 90, 365, 3650]) expect(ageBounds(days)).toContain(days)
})

test('a threshold of a day still makes ascending classes', () => {
  const bounds = ageBounds(1)
  expect(bounds).toEqual([...new Set(bounds)].sort((one, other) => one - other))
})
