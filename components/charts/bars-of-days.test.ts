// The small charts of the access log, and the cadence of an object: bars a day, hours of days, days between rotations.
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { addDays, isoDate } from '#lib/format/date.ts'
import { Cadence } from './cadence.tsx'
import { cadenceOf } from './cadence-of.ts'
import { DayBars } from './day-bars.tsx'
import { HeatStrip } from './heat-strip.tsx'
import { axisLabelsOf, hatchedOf, leastBetween, marksOf, strayMarks, tableOf } from './read-chart.ts'

const now = new Date('2026-11-23T00:00:00Z')
const exact = (value: number) => value.toLocaleString('en-GB')

type Calls = readonly (number | null)[]
const days = (length: number, callsOn: (index: number) => number | null): Calls =>
  Array.from({ length }, (_, index) => callsOn(index))

const logs: Readonly<Record<string, Calls>> = {
  'no day': [],
  'one day': [7],
  'thirty days': days(30, (index) => index % 4),
  'four hundred days': days(400, (index) => index % 7),
  'four hundred days with a hole of thirty': days(400, (index) => (index >= 340 && index < 370 ? null : index % 7)),
  'all unknown': days(30, () => null),
  'zero everywhere': days(30, () => 0),
  'one huge value': days(30, (index) => (index === 9 ? 12_345_678 : 1)),
}
const names = Object.keys(logs)
const dayOf = (calls: Calls, index: number) => addDays(now, index + 1 - calls.length)

describe('bars a day', () => {
  const draw = (name: string) => {
    const calls = logs[name] ?? []
    const bars = calls.map((value, index) => ({ on: isoDate(dayOf(calls, index)), value }))
    const props = { label: 'Refused calls', unit: 'Refused calls', days: bars, limit: 20, format: exact }
    return renderToStaticMarkup(createElement(DayBars, props))
  }

  test.each(names)('%s: marks stand in the drawing, two a day, and the table holds every day', (name) => {
    const calls = logs[name] ?? []
    const drawn = draw(name)
    expect(drawn).not.toMatch(/NaN|undefined|Infinity/)
    expect(strayMarks(drawn, 28)).toEqual([])
    expect(marksOf(drawn)).toHaveLength(calls.length * 2 + 2)
    expect(tableOf(drawn).map(([, value]) => value)).toEqual(
      calls.map((value) => (value === null ? 'not known' : exact(value))),
    )
  })

  test('a day that is not known is hatched, and one without calls is not', () => {
    expect(hatchedOf(draw('four hundred days with a hole of thirty'))).toHaveLength(30)
    expect(hatchedOf(draw('zero everywhere'))).toEqual([])
  })
})

describe('hours of days', () => {
  const draw = (name: string) => {
    const calls = logs[name] ?? []
    const strip = calls.map((value, index) => {
      const hours = value === null ? null : Array.from({ length: 24 }, (_, hour) => (hour === 23 ? value : 0))
      return { day: dayOf(calls, index), calls: value ?? 0, hours }
    })
    return renderToStaticMarkup(createElement(HeatStrip, { label: 'Reads by app-shop', days: strip }))
  }

  test.each(names)('%s: marks stand in the drawing, labels do not meet, and the table holds every day', (name) => {
    const calls = logs[name] ?? []
    const drawn = draw(name)
    expect(drawn).not.toMatch(/NaN|undefined|Infinity/)
    expect(strayMarks(drawn, 24 * 7 + 6)).toEqual([])
    // A ground and an hour for each day, the labels, the hours and the legend.
    expect(marksOf(drawn).length).toBeLessThanOrEqual(calls.length * 2 + 20)
    expect(leastBetween(axisLabelsOf(drawn))).toBeGreaterThanOrEqual(0.1)
    expect(leastBetween(axisLabelsOf(drawn).filter(({ isSparse }) => !isSparse))).toBeGreaterThanOrEqual(0.16)
    expect(tableOf(drawn).map(([, reads]) => reads)).toEqual(
      calls.map((value) => (value === null ? 'not covered' : exact(value))),
    )
  })

  test('the days of a hole are hatched', () => {
    // And one swatch of the legend, which no drawing of an unknown is.
    expect(hatchedOf(draw('four hundred days with a hole of thirty'))).toHaveLength(30)
    expect(hatchedOf(draw('zero everywhere'))).toEqual([])
  })
})

describe('days between rotations', () => {
  const rotations: Readonly<Record<string, readonly number[]>> = {
    'a version of today': [0],
    'one version, for four hundred days': [400],
    'every month for four hundred days': Array.from({ length: 14 }, (_, index) => index * 30),
    'every other day': Array.from({ length: 24 }, (_, index) => index * 2),
    'thirty years': [0, 60, 11_000],
  }
  const draw = (daysAgo: readonly number[], gaps: readonly { from: Date; to: Date }[] = []) => {
    const created = daysAgo.map((ago) => addDays(now, -ago))
    const steps = cadenceOf(created, now, gaps)
    return renderToStaticMarkup(createElement(Cadence, { label: 'Days between rotations', steps, lineDays: 60 }))
  }

  test.each(Object.keys(rotations))('%s: marks stand in the drawing, and labels do not meet', (name) => {
    const steps = rotations[name] ?? []
    const drawn = draw(steps)
    expect(drawn).not.toMatch(/NaN|undefined|Infinity/)
    expect(strayMarks(drawn, 96)).toEqual([])
    expect(tableOf(drawn)).toHaveLength(steps.length)
    expect(leastBetween(axisLabelsOf(drawn).filter(({ isSparse }) => !isSparse))).toBeGreaterThanOrEqual(0.16)
  })

  test('over more than half a year the labels say the year', () => {
    const labels = (name: string) => axisLabelsOf(draw(rotations[name] ?? [])).map(({ label }) => label)
    expect(labels('every month for four hundred days')[0]).toBe('Nov 2025')
    expect(labels('every other day')[0]).toBe('10 Oct')
  })

  test('a step over a hole of thirty days may be several: it is hatched, and said in the table', () => {
    const hole = { from: addDays(now, -60), to: addDays(now, -30) }
    const drawn = draw([400, 90, 20], [hole])
    expect(hatchedOf(drawn)).toHaveLength(1)
    expect(tableOf(drawn).filter(([, , text]) => text?.includes('not read'))).toHaveLength(1)
  })

  test('without a version it says that no rotation is known', () => {
    expect(draw([])).toContain('No rotation is known.')
  })
})
