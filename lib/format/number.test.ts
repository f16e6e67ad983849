import { expect, test } from 'vitest'
import { compactCount, count, percent } from './number.ts'

test('thousands are separated', () => {
  expect([0, 999, 1000, 1234567].map(count)).toEqual(['0', '999', '1,000', '1,234,567'])
})

test('large numbers can be told shortly', () => {
  expect([7, 999, 12345, 1234567].map(compactCount)).toEqual(['7', '999', '12.3k', '1.2m'])
})

test('a percentage shows its tenth only when it has one', () => {
  expect([0, 0.5, 0.935, 0.93449, 1].map(percent)).toEqual(['0%', '50%', '93.5%', '93.4%', '100%'])
})

test('one failure in ten thousand does not round away', () => {
  expect([0.99999, 0.00001].map(percent)).toEqual(['99.9%', '0.1%'])
})
