import { expect, test } from 'vitest'
import { addMonths } from './add-months.ts'

test.each([
  ['2026-01-15T10:30:00Z', 12, '2027-01-15T10:30:00.000Z'],
  ['2026-11-30T00:00:00Z', 3, '2027-02-28T00:00:00.000Z'],
  ['2024-02-29T12:00:00Z', 12, '2025-02-28T12:00:00.000Z'],
  ['2023-02-28T12:00:00Z', 12, '2024-02-28T12:00:00.000Z'],
  ['2026-12-31T23:59:59Z', 2, '2027-02-28T23:59:59.000Z'],
])('%s and %i months are %s', (from, months, to) => {
  expect(addMonths(new Date(from), months).toISOString()).toBe(to)
})

test('an invalid date stays invalid', () => {
  expect(addMonths(new Date('soon'), 1).getTime()).toBeNaN()
})
