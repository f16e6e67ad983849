import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { heatStep, heatSteps, stepRanges } from './heat-steps.ts'
import { HeatStrip } from './heat-strip.tsx'
import type { HeatDay } from './heat-words.ts'

const on = (date: string, at: Readonly<Record<number, number>>): HeatDay => {
  const hours = Array.from({ length: 24 }, (_, hour) => at[hour] ?? 0)
  return { day: new Date(`${date}T00:00:00Z`), calls: hours.reduce((sum, calls) => sum + calls, 0), hours }
}
const gap = (date: string): HeatDay => ({ day: new Date(`${date}T00:00:00Z`), calls: 0, hours: null })
const summed = (date: string, calls: number): HeatDay => ({ day: new Date(`${date}T00:00:00Z`), calls, hours: [] })

const draw = (...days: HeatDay[]) =>
  renderToStaticMarkup(createElement(HeatStrip, { label: 'Reads by app-shop', days }))

test('the name says how many, when the most, and how much is not covered', () => {
  const strip = draw(on('2026-11-20', { 7: 3, 8: 1200 }), gap('2026-11-21'), on('2026-11-22', { 23: 1 }))
  expect(strip).toContain(
    'aria-label="Reads by app-shop: 1,204 reads in 2 days; most from 08:00–09:00 UTC on 2026-11-20, 1,200 reads; 1 day not covered"',
  )
})

test('every hour with reads says its exact count, and one without has no mark of its own', () => {
  const strip = draw(on('2026-11-20', { 0: 1, 23: 40 }))
  expect(strip).toContain('<title>2026-11-20 00:00–01:00 UTC: 1 read</title>')
  expect(strip).toContain('<title>2026-11-20 23:00–24:00 UTC: 40 reads</title>')
  expect(strip).toContain('<title>2026-11-20: 41 reads</title>')
  expect(strip.match(/ UTC: /g)).toHaveLength(2)
})

test('a day that the log does not cover is hatched, and is no day without reads', () => {
  const strip = draw(gap('2026-11-20'), on('2026-11-21', {}))
  expect(strip).toMatch(/<title>2026-11-20: not covered by the log<\/title><rect[^>]* fill="url\(#[^"]+\)"/)
  expect(strip).toContain('<th scope="row">2026-11-20</th><td>not covered</td>')
  expect(strip).toContain('<th scope="row">2026-11-21</th><td>0</td>')
  expect(strip).toContain('Not covered by the log</li>')
  expect(draw(gap('2026-11-20'))).toContain('aria-label="Reads by app-shop: not covered by the log"')
})

test('a day of which only the sum is known has one flat tone and its total', () => {
  const strip = draw(summed('2026-11-20', 96))
  expect(strip).toMatch(/<title>2026-11-20: 96 reads, hours not kept<\/title><rect[^>]* class="fill-accent\/15"/)
  expect(strip).toContain('<td>96</td><td>not kept</td>')
})

test('shades grow by a factor, so that one storm does not make everything else pale', () => {
  expect(heatSteps(1000)).toEqual([4, 16, 63, 251, 1000])
  expect([1, 4, 5, 63, 64, 1000].map((reads) => heatStep(reads, heatSteps(1000)))).toEqual([0, 0, 1, 2, 3, 4])
  expect(stepRanges(heatSteps(1000), String)).toEqual(['1–4', '5–16', '17–63', '64–251', '252–1000'])
})

test.each([
  [0, []],
  [1, [1]],
  [3, [1, 2, 3]],
  [5, [1, 2, 3, 4, 5]],
  [6, [1, 2, 3, 4, 6]],
])('up to %i reads an hour, each step has counts of its own', (most, bounds) => {
  expect(heatSteps(most)).toEqual(bounds)
})

test('the busiest hour has the strongest shade, however few reads that are', () => {
  expect(draw(on('2026-11-20', { 4: 1 }))).toContain('class="fill-accent"><title>2026-11-20 04:00')
})
