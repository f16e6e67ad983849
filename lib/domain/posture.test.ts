import { expect, test } from 'vitest'
import { compliance, posture } from './posture.ts'
import { severityWeight } from './severity.ts'

const { critical, high, low } = severityWeight

test('compliance is the passing share of what was decided', () => {
  expect(compliance({ pass: 3, fail: 1 })).toBe(0.75)
})

test('where nothing was decided there is no compliance, not a perfect one', () => {
  expect(compliance({ pass: 0, fail: 0 })).toBeNull()
  expect(posture([])).toBeNull()
  expect(posture([{ weight: critical, pass: 0, fail: 0 }])).toBeNull()
})

test('a rule weighs by its severity, not by how many subjects it has', () => {
  expect(
    posture([
      { weight: low, pass: 10_000, fail: 0 },
      { weight: high, pass: 0, fail: 3 },
    ]),
  ).toBeCloseTo(1 / 6)
})

test('a rule that decided nothing changes nothing', () => {
  const decided = { weight: high, pass: 1, fail: 1 }
  expect(posture([decided, { weight: critical, pass: 0, fail: 0 }])).toBe(posture([decided]))
})
