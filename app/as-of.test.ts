import { expect, test } from 'vitest'
import { readAsOf } from './as-of.ts'

const now = new Date('2026-11-23T09:30:00Z')

test('a past day is read at its end', () => {
  expect(readAsOf('2026-11-20', now)).toEqual({ asOf: '2026-11-20', at: new Date('2026-11-20T23:59:59.999Z') })
})

test('today is read now, since its end has not come', () => {
  expect(readAsOf('2026-11-23', now)).toEqual({ asOf: '2026-11-23', at: now })
})

test.each([
  undefined,
  null,
  '',
  '2026-11-24',
  '2026-02-30',
  '2026-13-01',
  'yesterday',
  '2026-11-2',
  "2026-11-20' or 1=1",
])('%s means now', (value) => {
  expect(readAsOf(value, now)).toEqual({ asOf: null, at: now })
})

test('of several dates the first counts', () => {
  expect(readAsOf(['2026-11-20', '2026-11-21'], now).asOf).toBe('2026-11-20')
})
