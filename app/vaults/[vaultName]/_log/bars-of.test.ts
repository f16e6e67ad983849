import { expect, test } from 'vitest'
import type { HeardLog } from '#lib/queries/log/is-heard-on.ts'
import { barsOf } from './bars-of.ts'

const at = new Date('2026-11-23T06:15:00Z')
const log: HeardLog = {
  sinceOn: '2026-11-20',
  readUntilAt: at,
  gaps: [{ from: '2026-11-21', to: '2026-11-21', days: 1, neverRead: false }],
}

test('a day without a call is nought only where the log covers it', () => {
  expect(barsOf([{ on: '2026-11-22', calls: 7 }], { log, at, days: 5 })).toEqual([
    { on: '2026-11-19', value: null },
    { on: '2026-11-20', value: 0 },
    { on: '2026-11-21', value: null },
    { on: '2026-11-22', value: 7 },
    { on: '2026-11-23', value: 0 },
  ])
})

test('what was heard is shown, whatever is known of the log', () => {
  expect(barsOf([{ on: '2026-11-23', calls: 2 }], { log: null, at, days: 2 })).toEqual([
    { on: '2026-11-22', value: null },
    { on: '2026-11-23', value: 2 },
  ])
})
