import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { addDays, isoDate } from '#lib/format/date.ts'
import { acrossOf, axisLabelsOf, hatchedOf, leastBetween, marksOf, strayMarks, tableOf } from './read-chart.ts'
import { axisDate } from './scale.ts'
import { type BarRow, StackedBars } from './stacked-bars.tsx'

const height = 160
const monday = new Date('2026-11-23T00:00:00Z')

type Week = readonly [opened: number, fixed: number] | null

/** Null: nobody looked in that week. */
const weekly = (weeks: readonly Week[]): BarRow[] =>
  weeks.map((week, index) => {
    const startsOn = addDays(monday, (index + 1 - weeks.length) * 7)
    return {
      key: isoDate(startsOn),
      axisLabel: axisDate(startsOn),
      title: `Week of ${isoDate(startsOn)}`,
      up: [
        { word: 'Opened, high', value: week?.[0] ?? 0, tone: 'high' },
        { word: 'Opened, low', value: week ? 1 : 0, tone: 'low' },
      ],
      down: [{ word: 'Fixed, high', value: week?.[1] ?? 0, tone: 'high' }],
      ...(week ? { href: `/changes?to=${isoDate(addDays(startsOn, 6))}` } : { isUnknown: true }),
    }
  })

const times = (weeks: number, weekOf: (index: number) => Week) =>
  Array.from({ length: weeks }, (_, index) => weekOf(index))

const estates: Readonly<Record<string, readonly Week[]>> = {
  'no history': [],
  'one week': [[3, 1]],
  'the first day of history': times(12, (index) => (index < 11 ? null : [4, 0])),
  'four hundred days': times(58, (index) => [index % 9, index % 5]),
  'four hundred days with a hole of thirty': times(58, (index) => (index >= 40 && index < 44 ? null : [index % 9, 2])),
  'all unknown': times(12, () => null),
  'nothing ever happened': times(12, () => [0, 0]),
  'one huge value': times(12, (index) => [index === 5 ? 12_345_678 : 1, index === 6 ? 9_876_543 : 1]),
}
const names = Object.keys(estates)

const labelEvery = (weeks: number) => Math.max(2, Math.ceil(weeks / 6))
const draw = (name: string, more: Partial<Parameters<typeof StackedBars>[0]> = {}) => {
  const weeks = estates[name] ?? []
  const rows = weekly(weeks)
  const usual = { label: 'Findings opened and fixed', step: 'Week', rows, height, labelEvery: labelEvery(weeks.length) }
  return renderToStaticMarkup(createElement(StackedBars, { ...usual, ...more }))
}

test.each(names)('%s: every mark stands in the drawing, and labels do not meet', (name) => {
  const drawn = draw(name)
  expect(drawn).not.toMatch(/NaN|undefined|Infinity/)
  expect(strayMarks(drawn, height)).toEqual([])
  expect(marksOf(drawn).length).toBeLessThanOrEqual((estates[name] ?? []).length * 3 + 30)
  expect(leastBetween(axisLabelsOf(drawn))).toBeGreaterThanOrEqual(0.1)
  expect(leastBetween(axisLabelsOf(drawn).filter(({ isSparse }) => !isSparse))).toBeGreaterThanOrEqual(0.16)
})

test.each(names)('%s: the table holds every value in full, and a week nobody looked at is not nought', (name) => {
  const exact = (value: number) => value.toLocaleString('en-GB')
  expect(tableOf(draw(name))).toEqual(
    weekly(estates[name] ?? []).map(({ title, up, down, isUnknown }) => [
      title,
      ...[...up, ...(down ?? [])].map(({ value }) => (isUnknown ? 'not known' : exact(value))),
    ]),
  )
})

test('a hole is hatched from top to bottom, has no bar in it and leads nowhere', () => {
  const drawn = draw('four hundred days with a hole of thirty')
  const hatched = hatchedOf(drawn)
  expect(hatched).toHaveLength(4)
  expect(hatched.map(({ attributes }) => [attributes.y, attributes.height])).toEqual(Array(4).fill(['0', '160']))
  const [from, to] = [hatched[0], hatched[3]].map((mark) => (mark ? acrossOf(mark) : [0, 0]))
  const bars = marksOf(drawn).filter(({ tag, attributes }) => tag === 'rect' && attributes.class)
  expect(bars.filter((bar) => acrossOf(bar)[0] < (to?.[1] ?? 0) && acrossOf(bar)[1] > (from?.[0] ?? 0))).toEqual([])
  expect(drawn.match(/<a /g)).toHaveLength(54)
  expect(drawn.match(/not known<\/span>/g)).toHaveLength(4)
})

test('a week leads to what it says, with its exact numbers', () => {
  expect(draw('one huge value')).toMatch(
    /aria-label="Week of 2026-10-12, Opened, high: 12,345,678, Opened, low: 1, Fixed, high: 1"[^>]*href="\/changes\?to=2026-10-18"/,
  )
})

test('a part of one among millions is still seen, on its own side of the line', () => {
  const drawn = draw('one huge value')
  const zero = marksOf(drawn).find(({ attributes }) => attributes.class === 'stroke-line-strong')?.attributes.y1
  const [first] = marksOf(drawn).filter(({ attributes }) => attributes.class === 'fill-high')
  expect(Number(first?.attributes.y) + Number(first?.attributes.height)).toBeCloseTo(Number(zero), 1)
  expect(Number(first?.attributes.height)).toBe(1)
})

test('the words of a line near the right edge stand on its left', () => {
  const anchors = [4.3, 12.8].map((before) => {
    const rows = weekly(times(13, () => [1, 0]))
    const drawn = draw('', { rows, boundary: { before, label: '90 days' } })
    return marksOf(drawn).find(({ text }) => text === '90 days')?.attributes['text-anchor']
  })
  expect(anchors).toEqual(['start', 'end'])
})

test('sums of thousands above many bars are left to the wide window, and are short', () => {
  const drawn = draw('one huge value', { sums: true })
  const sums = marksOf(drawn).filter(({ attributes }) => attributes.class?.startsWith('halo'))
  expect(sums.map(({ text }) => text)).toContain('12.3m')
  expect(sums.every(({ attributes }) => attributes.class?.includes('max-sm:hidden'))).toBe(true)
  expect(draw('four hundred days', { sums: true })).not.toContain('fill-soft max-sm:hidden')
})
