import { expect, test } from 'vitest'
import { addressOf } from './address-of.ts'

const from = (forwarded: string | null, proxies = 1) =>
  addressOf(new Headers(forwarded === null ? {} : { 'x-forwarded-for': forwarded }), proxies)

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:51712', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['[2001:DB8::1]:51712', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['<script>', 'unknown'],
  ['', 'unknown'],
  [null, 'unknown'],
])('%s is %s', (forwarded, address) => expect(from(forwarded)).toBe(address))

test('what a client writes before its own address is not believed', () => {
  expect(from('10.0.0.1, 198.51.100.9, 203.0.113.7')).toBe('203.0.113.7')
})

test('behind two proxies the address is the one that the outer of them heard from', () => {
  expect(from('198.51.100.9, 203.0.113.7, 10.0.0.4', 2)).toBe('203.0.113.7')
  expect(from('203.0.113.7', 2)).toBe('203.0.113.7')
})
