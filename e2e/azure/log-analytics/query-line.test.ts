import { expect, test } from 'vitest'
import { createQueryLine } from './query-line.ts'

test('five queries and two hundred that wait are one line; each identity has its own', () => {
  const line = createQueryLine()
  const places = Array.from({ length: 205 }, () => line.enter('kempt', 0))
  expect(places).not.toContain(null)
  expect(line.enter('kempt', 0)).toBeNull()
  expect(line.enter('another', 0)).not.toBeNull()
  places[0]?.leave()
  expect(line.enter('kempt', 0)).not.toBeNull()
})

test('three minutes are as long as one may wait', () => {
  const place = createQueryLine().enter('kempt', 1000)
  expect([place?.isTooLate(181_000), place?.isTooLate(181_001)]).toEqual([false, true])
})
