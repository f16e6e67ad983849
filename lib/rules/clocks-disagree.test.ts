import { expect, test } from 'vitest'
import { clocksDisagree } from './clocks-disagree.ts'

const now = new Date('2026-11-23T06:00:00Z')

test('a date within a day after the snapshot is a change made while it ran', () => {
  expect(clocksDisagree('the last edit', new Date('2026-11-24T06:00:00Z'), now)).toBeNull()
})

test('a date beyond that is not believed', () => {
  expect(clocksDisagree('the last edit', new Date('2026-11-24T06:00:01Z'), now)).toMatchObject({
    status: 'unknown',
    because: 'Azure dates the last edit 2026-11-24, after the snapshot: the clocks disagree.',
  })
})
