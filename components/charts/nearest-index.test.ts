import { expect, test } from 'vitest'
import { nearestIndex } from './nearest-index.ts'

test('the pointer finds the nearest point', () => {
  const points = [{ x: 0 }, { x: 0.5 }, { x: 1 }]
  expect(nearestIndex(points, 0.2)).toBe(0)
  expect(nearestIndex(points, 0.3)).toBe(1)
  expect(nearestIndex(points, 2)).toBe(2)
})
