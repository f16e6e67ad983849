import { expect, test } from 'vitest'
import { createJournal } from './journal.ts'

const at = new Date('2026-11-19T08:00:00Z')
const entry = {
  at,
  onTheWire: { fromMs: 0, untilMs: 1 },
  service: 'key-vault',
  method: 'GET',
  host: 'kv-1.vault.azure.net',
  path: '/secrets',
  question: '',
  status: 200,
}

test('a long run keeps the newest entries only, every count, and every violation', () => {
  const journal = createJournal(10)
  journal.record({ ...entry, path: '/secrets/first', violation: 'value asked for' })
  for (let count = 0; count < 100; count++) journal.record({ ...entry, status: 200 + count, violation: null })

  expect(journal.entries().length).toBeLessThanOrEqual(20)
  expect(journal.entries().at(-1)?.status).toBe(299)
  expect(journal.counts()).toEqual({ 'key-vault': 101 })
  expect(journal.violations()).toMatchObject([{ path: '/secrets/first' }])
})

test('clearing it forgets everything', () => {
  const journal = createJournal()
  journal.record({ ...entry, violation: 'value asked for' })
  journal.clear()
  expect([journal.entries(), journal.violations(), journal.counts()]).toEqual([[], [], {}])
})
