import { expect, test } from 'vitest'
import { asPercent, axisDate, dateScale, dateTicks, leastApart, valueScale } from './scale.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

test('dates stand on the axis in UTC, whatever the zone of the machine', () => {
  expect(axisDate(new Date('2026-11-12T23:30:00Z'))).toBe('12 Nov')
})

test('a date lies at its share of the width', () => {
  const scale = dateScale(day('2026-11-01'), day('2026-11-11'))
  expect(asPercent(scale.share(day('2026-11-06')))).toBe('50%')
})

test('a history of one instant stands at the right edge', () => {
  expect(dateScale(day('2026-11-01'), day('2026-11-01')).share(day('2026-11-01'))).toBe(1)
})

test('ninety days get a handful of ticks, none squeezed against an edge', () => {
  const scale = dateScale(day('2026-08-25'), day('2026-11-23'))
  const labels = dateTicks(scale).map((tick) => tick.label)
  expect(labels.length).toBeGreaterThanOrEqual(3)
  expect(labels.length).toBeLessThanOrEqual(8)
  expect(labels).toContain('1 Nov')
})

test.each(Array.from({ length: 450 }, (_, index) => index * 2 + 1))(
  'the dates of %i days are few, each said once, and none meets the next',
  (days) => {
    const to = new Date('2026-11-24T00:00:00Z')
    const scale = dateScale(new Date(to.getTime() - days * 86_400_000), to)
    const ticks = dateTicks(scale)
    const shares = ticks.map(({ at }) => scale.share(at))
    expect(ticks.length).toBeGreaterThanOrEqual(1)
    expect(ticks.length).toBeLessThanOrEqual(6)
    expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length)
    expect(Math.min(1, ...shares.slice(1).map((share, index) => share - (shares[index] ?? 0)))).toBeGreaterThanOrEqual(
      leastApart,
    )
  },
)

test('counts get whole ticks and a bar of nothing lies on zero', () => {
  const scale = valueScale([0, 1], 100, { whole: true })
  expect(scale.ticks.every(Number.isInteger)).toBe(true)
  expect(scale.y(0)).toBe(100)
})

test('a plot without values still has an axis', () => {
  expect(valueScale([], 100).ticks.length).toBeGreaterThan(0)
})

test('a line may leave zero out of sight, but never its own ends', () => {
  const scale = valueScale([81.2, 84.9], 100, { floor: 'data', most: 100 })
  expect(scale.y(81.2)).toBeLessThan(100)
  expect(scale.y(84.9)).toBeGreaterThan(0)
  expect(Math.min(...scale.ticks)).toBeGreaterThan(0)
})

test('values below zero fit, for bars that hang', () => {
  const scale = valueScale([-4, 10], 100, { whole: true })
  expect(scale.y(-4)).toBeLessThanOrEqual(100)
  expect(scale.y(0)).toBeLessThan(scale.y(-4))
})
