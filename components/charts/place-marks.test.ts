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
