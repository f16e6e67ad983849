import { expect, test } from 'vitest'
import { placeMarks } from './place-marks.ts'

test('words stand towards the middle, where there is room', () => {
  expect(
    placeMarks([
      { x: 0.1, label: '+7 rules' },
      { x: 0.9, label: 'policy changed' },
    ]).map(({ anchor, row }) => [anchor, row]),
  ).toEqual([
    ['start', 0],
    ['end', 0],
  ])
})

test('words that would meet take rows of their own', () => {
  const marks = placeMarks([
    { x: 0.2, label: 'policy changed' },
    { x: 0.25, label: 'policy changed' },
    { x: 0.95, label: '+7 rules' },
  ])
  expect(marks.map(({ row }) => row)).toEqual([0, 1, 0])
})

test('of more words than three rows hold, the others have none, and no row', () => {
  const marks = placeMarks(Array.from({ length: 9 }, (_, index) => ({ x: 0.2 + index / 100, label: 'policy changed' })))
  expect(marks.map(({ row }) => row)).toEqual([0, 1, 2, 0, 0, 0, 0, 0, 0])
  expect(marks.filter(({ label }) => label !== '')).toHaveLength(3)
})
