import { expect, test } from 'vitest'
import { mostAtOnce } from './most-at-once.ts'

const request = (fromMs: number, untilMs: number | null) => ({ fromMs, untilMs })

test('requests are under way together from when one came to when another was answered', () => {
  expect(mostAtOnce([request(0, 10), request(5, 20), request(10, 12), request(30, 31)])).toBe(2)
  expect(mostAtOnce([request(0, null), request(100, 101)])).toBe(2)
})
