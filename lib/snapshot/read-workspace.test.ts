import { expect, test } from 'vitest'
import { windowToRead } from './read-workspace.ts'

const capturedAt = new Date('2026-11-20T02:15:00Z')
const day = (text: string) => new Date(`2026-${text}T00:00:00Z`)
const readUntil = (text: string) => ({ coveredUntilAt: new Date(`2026-${text}Z`) })

test.each([
  ['as far as it keeps rows', 30, day('10-22')],
  ['a month where it does not say', null, day('10-22')],
  ['a quarter at most', 365, day('08-23')],
])('a workspace that was never read is read back %s', (_, retentionDays, from) => {
  expect(windowToRead(null, retentionDays, capturedAt)).toEqual({ from, gap: null })
})

test('two days are read again, in whole days', () => {
  expect(windowToRead(readUntil('11-19T02:15:00'), 30, capturedAt)).toEqual({ from: day('11-17'), gap: null })
})

test('after a month and a half, what is kept is read, and what is lost is a gap', () => {
  expect(windowToRead(readUntil('10-01T02:15:00'), 30, capturedAt)).toEqual({
    from: day('10-22'),
    gap: { coveredFromAt: new Date('2026-10-01T02:15:00Z'), coveredUntilAt: day('10-22') },
  })
  expect(windowToRead(readUntil('10-01T02:15:00'), null, capturedAt)).toEqual({ from: day('09-29'), gap: null })
})

test('days that were to be read again and are gone by now are no gap: they were read once', () => {
  expect(windowToRead(readUntil('10-22T02:15:00'), 30, capturedAt)).toEqual({ from: day('10-22'), gap: null })
})
