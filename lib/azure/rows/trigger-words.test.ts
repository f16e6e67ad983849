import { expect, test } from 'vitest'
import { certificateTrigger, durationWords, keyTrigger } from './trigger-words.ts'

test.each([
  ['P90D', '90 days'],
  ['P1D', '1 day'],
  ['P2Y', '2 years'],
  ['P1Y', '1 year'],
  ['P3M', '3 months'],
  ['P4W', '4 weeks'],
  ['P1Y6M', '1 year 6 months'],
  ['P1Y2M10D', '1 year 2 months 10 days'],
])('%s is %s', (duration, words) => {
  expect(durationWords(duration)).toBe(words)
})

test.each(['PT8H', 'P1DT12H', 'P', 'P0.5Y', '90', 'p90d', 'P-5D', ''])('%s stays as Azure says it', (duration) => {
  expect(durationWords(duration)).toBe(duration)
})

test('a trigger says from which end of the life it counts', () => {
  expect(keyTrigger('P90D', null)).toBe('90 days after creation')
  expect(keyTrigger(undefined, 'P30D')).toBe('30 days before expiry')
  expect(keyTrigger(null, 'PT12H')).toBe('PT12H before expiry')
  expect(keyTrigger()).toBeNull()
  expect(certificateTrigger(30)).toBe('30 days before expiry')
  expect(certificateTrigger(1, 80)).toBe('1 day before expiry')
  expect(certificateTrigger(null, 80)).toBe('at 80 % of its life')
  expect(certificateTrigger()).toBeNull()
})
