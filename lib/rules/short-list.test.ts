import { expect, test } from 'vitest'
import { shortList } from './short-list.ts'

test('names stand in order, and beyond three they are counted', () => {
  expect(shortList(['b', 'a'])).toBe('a, b')
  expect(shortList(['e', 'd', 'c', 'b', 'a'])).toBe('a, b, c and 2 more')
})
