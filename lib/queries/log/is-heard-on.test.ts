import { expect, test } from 'vitest'
import { type HeardLog, isHeardOn } from './is-heard-on.ts'

const log: HeardLog = {
  sinceOn: '2026-11-01',
  readUntilAt: new Date('2026-11-23T02:15:00Z'),
  gaps: [{ from: '2026-11-10', to: '2026-11-11', days: 2, neverRead: false }],
}

test('days from the first row to where the workspace was read are known, except the missing ones', () => {
  const days = ['2026-10-31', '2026-11-01', '2026-11-10', '2026-11-11', '2026-11-12', '2026-11-23', '2026-11-24']
  expect(days.filter((day) => isHeardOn(log, day))).toEqual(['2026-11-01', '2026-11-12', '2026-11-23'])
})

test('where nothing ever arrived no day is known', () => {
  expect(isHeardOn({ ...log, sinceOn: null, readUntilAt: null, gaps: [] }, '2026-11-12')).toBe(false)
})
