import { expect, test } from 'vitest'
import { withAsOf } from './with-as-of.ts'

test('a view of now has no day in its address', () => {
  expect(withAsOf('/findings?rule=secret-expired', null)).toBe('/findings?rule=secret-expired')
})

test('a view of the past leads to the past', () => {
  expect(withAsOf('/vaults', '2026-10-01')).toBe('/vaults?asOf=2026-10-01')
  expect(withAsOf('/findings?rule=secret-expired', '2026-10-01')).toBe('/findings?rule=secret-expired&asOf=2026-10-01')
})

test('the day is never said twice', () => {
  expect(withAsOf('/vaults?asOf=2026-09-01', '2026-10-01')).toBe('/vaults?asOf=2026-10-01')
})
