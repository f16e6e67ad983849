import { expect, test } from 'vitest'
import { cadenceOf } from './cadence-of.ts'

const at = (text: string) => new Date(`${text}Z`)
const until = at('2026-11-23T00:00')

test('days between rotations, and of the current version so far', () => {
  const steps = cadenceOf([at('2026-11-01T00:00'), at('2026-08-01T00:00'), at('2026-09-30T12:00')], until)
  expect(steps.map(({ days, isRunning }) => [days, isRunning])).toEqual([
    [60.5, false],
    [31.5, false],
    [22, true],
  ])
})

test('versions of the same second are one rotation', () => {
  expect(cadenceOf([at('2026-11-01T00:00'), at('2026-11-01T00:00')], until)).toHaveLength(1)
})

test('a step over a stretch that was not read may be several', () => {
  const gap = { from: at('2026-09-01T00:00'), to: at('2026-10-01T00:00') }
  const steps = cadenceOf([at('2026-08-01T00:00'), at('2026-10-01T00:00'), at('2026-11-01T00:00')], until, [gap])
  expect(steps.map(({ isUncertain }) => isUncertain)).toEqual([true, false, false])
})

test('a version of the future has no step', () => {
  expect(cadenceOf([at('2026-12-01T00:00')], until)).toEqual([])
  expect(cadenceOf([], until)).toEqual([])
})
