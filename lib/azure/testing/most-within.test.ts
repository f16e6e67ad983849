import { expect, test } from 'vitest'
import { mostWithin } from './most-within.ts'

test('the fullest window counts, wherever it begins, and its end is not in it', () => {
  const instants = [9000, 0, 30_000, 4000, 4999, 5000]
  expect(mostWithin(5000, instants)).toBe(3)
  expect(mostWithin(5001, instants)).toBe(4)
  expect(mostWithin(5000, [])).toBe(0)
})
