import { expect, test } from 'vitest'
import type { JournalEntry } from '#e2e/azure/journal.ts'
import { mostAtOnce, mostWithin } from './busiest.ts'

const entry = (fromMs: number, untilMs: number | null = fromMs): JournalEntry => ({
  at: new Date('2026-11-20T02:15:00Z'),
  onTheWire: { fromMs, untilMs },
  service: 'key-vault',
  method: 'GET',
  host: 'kv-orders.vault.azure.net',
  path: '/secrets',
  question: '',
  status: 200,
  violation: null,
})

test('the fullest window counts, wherever it begins, and its end is not in it', () => {
  const entries = [0, 4000, 4999, 5000, 9000, 30_000].map((at) => entry(at))
  expect(mostWithin(5000, entries)).toBe(3)
  expect(mostWithin(5001, entries)).toBe(4)
  expect(mostWithin(5000, entries, 16)).toBe(48)
  expect(mostWithin(5000, [])).toBe(0)
})

test('requests are under way together from when one came to when another was answered', () => {
  expect(mostAtOnce([entry(0, 10), entry(5, 20), entry(10, 12), entry(30, 31)])).toBe(2)
  expect(mostAtOnce([entry(0, null), entry(100, 101)])).toBe(2)
})
