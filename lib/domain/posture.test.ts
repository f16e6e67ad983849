import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compliance, coverage, explainPosture, posture } from './posture.ts'
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

const rows = fc.array(
  fc.record({
    weight: fc.constantFrom(critical, high, low),
    pass: fc.nat(50),
    fail: fc.nat(50),
  }),
)

test('posture is what its parts leave of 1, and their shares are the whole', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const { posture: reached, parts } = explainPosture(given)
      if (reached === null) {
        expect(parts.every(({ lost }) => lost === null)).toBe(true)
        return
      }
      const sum = (values: readonly (number | null)[]) =>
        values.reduce<number>((total, value) => total + (value ?? 0), 0)
      expect(reached).toBeCloseTo(1 - sum(parts.map(({ lost }) => lost)), 10)
      expect(sum(parts.map(({ share }) => share))).toBeCloseTo(1, 10)
      expect(reached).toBe(posture(given))
    }),
    { seed: 20261123 },
  )
})

test('what is unknown lowers coverage, and nothing else does', () => {
  expect(coverage({ pass: 6, fail: 2, waived: 1, unknown: 1 })).toBe(0.9)
  expect(coverage({ pass: 0, fail: 3, waived: 3, unknown: 0 })).toBe(1)
  expect(coverage({ pass: 0, fail: 0, waived: 0, unknown: 0 })).toBeNull()
})
