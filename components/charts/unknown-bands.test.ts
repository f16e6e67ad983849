import { expect, test } from 'vitest'
import { unknownBands } from './unknown-bands.ts'

const on = (day: number, value: number | null) => ({ at: new Date(Date.UTC(2026, 10, day)), values: [value] })
const days = (rows: Parameters<typeof unknownBands>[0]) =>
  unknownBands(rows).map((band) => [band.from.getUTCDate(), band.to.getUTCDate()])

test('a known line has no band', () => {
  expect(days([on(1, 80), on(2, 81)])).toEqual([])
})

test('a gap is hatched from the last known day to the next known one', () => {
  expect(days([on(1, 80), on(2, null), on(3, null), on(4, 81)])).toEqual([[1, 4]])
})

test('what is not known at either end is hatched to the edge', () => {
  expect(days([on(1, null), on(2, 80), on(3, null), on(4, null)])).toEqual([
    [1, 2],
    [2, 4],
  ])
})

test('zero is known', () => {
  expect(days([on(1, 0), on(2, 0)])).toEqual([])
})
