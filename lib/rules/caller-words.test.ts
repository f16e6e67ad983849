import { expect, test } from 'vitest'
import { callerNames, callersText } from './caller-words.ts'

test('callers stand in order, and one name stands once', () => {
  expect(callerNames(['shop-api', 'billing', 'shop-api'])).toEqual(['billing', 'shop-api'])
})

test('a caller the log does not name is told apart from nobody', () => {
  expect(callersText(callerNames(['', ' ']))).toBe('1 caller: one without a name')
})

test('of many the words name three', () => {
  expect(callersText(['a', 'b', 'c', 'd'])).toBe('4 callers: a, b, c and 1 more')
})
