import { expect, test } from 'vitest'
import { createClock } from './clock.ts'

const dayMs = 86_400_000

test('a clock that was set stays where it is, and tells how far it was ever moved ahead', () => {
  const clock = createClock()
  clock.set(new Date('2026-08-01T00:00:00Z'))
  const before = clock.skippedMs()
  clock.set(new Date('2026-08-02T00:00:00Z'))
  clock.advance(dayMs)
  clock.set(new Date('2026-08-01T00:00:00Z'))
  expect(clock.now()).toEqual(new Date('2026-08-01T00:00:00Z'))
  expect(clock.skippedMs() - before).toBe(2 * dayMs)
})
