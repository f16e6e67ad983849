import { expect, test } from 'vitest'
import { prefixLength } from './prefix-length.ts'

test.each([
  ['203.0.113.0/24', 24],
  ['203.0.113.7', 32],
  ['0.0.0.0/0', 0],
  [' 91.198.0.0/16 ', 16],
])('%s has a prefix of %i bits', (text, bits) => {
  expect(prefixLength(text)).toBe(bits)
})

test.each([
  '',
  'office',
  '203.0.113/24',
  '203.0.113.256',
  '203.0.113.0/33',
  '203.0.113.0/',
  '2001:db8::/128',
  '1.2.3.4.5',
])('"%s" is no IPv4 range', (text) => {
  expect(prefixLength(text)).toBeNull()
})
