import { expect, test } from 'vitest'
import { canonicalJson, contentHash } from './content-hash.ts'

test('the order of properties does not make a difference', () => {
  expect(contentHash({ a: 1, b: { c: 2, d: 3 } })).toBe(contentHash({ b: { d: 3, c: 2 }, a: 1 }))
})

test('the order of a list does', () => {
  expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]))
})

test('an instant hashes as the instant it is, also after a trip through JSON', () => {
  const state = { expiresAt: new Date('2026-12-01T00:00:00Z'), tags: { Ä: '☃' } }
  expect(canonicalJson(JSON.parse(JSON.stringify(state)))).toBe(canonicalJson(state))
})
