import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { isoDate } from '#lib/format/date.ts'
import { histories, historyNames } from './every-history.ts'
import { acrossOf, axisLabelsOf, hatchedOf, leastBetween, marksOf, strayMarks, tableOf } from './read-chart.ts'
import { leastApart } from './scale.ts'
import { StackedDays } from './stacked-days.tsx'

// The cursor needs a router, and says its words only under a pointer.
vi.mock('./chart-cursor.tsx', () => ({ ChartCursor: () => null }))

const height = 96
// Several snapshots of one day are one day here.
const names = historyNames.filter((name) => name !== 'one day with several snapshots')
const known = names.filter((name) => histories[name]?.some(({ value }) => value !== null))

const daysOf = (name: string) =>
  (histories[name] ?? []).map(({ at, value }) => ({ at, values: value === null ? null : [value, 2, 0] }))
const draw = (name: string, rows = daysOf(name)) =>
  renderToStaticMarkup(
    createElement(StackedDays, {
      ...{ label: 'Vaults by how much of them was read', rows, height },
      parts: [
        { name: 'Read', tone: 'ok' as const },
        { name: 'Partly read', tone: 'medium' as const },
        { name: 'Not read', tone: 'unknown' as const },
      ],
    }),
  )

test.each(names)('%s: every mark stands in the drawing, and labels do not meet', (name) => {
  const drawn = draw(name)
  expect(drawn).not.toMatch(/NaN|undefined|Infinity/)
  expect(strayMarks(drawn, height)).toEqual([])
  expect(marksOf(drawn).length).toBeLessThanOrEqual(daysOf(name).length * 2 + 30)
  const labels = axisLabelsOf(drawn)
  expect(leastBetween(labels)).toBeGreaterThanOrEqual(leastApart - 0.0001)
  expect(new Set(labels.map(({ label }) => label)).size).toBe(labels.length)
})

test.each(known)('%s: the table holds every value of every day', (name) => {
  expect(tableOf(draw(name))).toEqual(
    daysOf(name).map(({ at, values }) => [
      isoDate(at),
      ...(values ?? ['not known', 'not known', 'not known']).map((value) =>
        typeof value === 'number' ? value.toLocaleString('en-GB') : value,
      ),
    ]),
  )
})

test('a hole of thirty days has no block in it and is hatched from top to bottom', () => {
  const drawn = draw('four hundred days with a hole of thirty')
  const [hole, ...others] = hatchedOf(drawn)
  expect(others).toEqual([])
  const [from, to] = hole ? acrossOf(hole) : [0, 0]
  // Days 340 to 369 of 400.
  expect([from, to]).toEqual([85, 92.5])
  expect(hole?.attributes).toMatchObject({ y: '0', height: String(height) })
  const blocks = marksOf(drawn).filter(({ tag, attributes }) => tag === 'rect' && attributes.class)
  expect(blocks.filter((block) => acrossOf(block)[0] < to - 0.01 && acrossOf(block)[1] > from + 0.01)).toEqual([])
})

test('a single day fills the width and has its date in the middle', () => {
  const drawn = draw('one snapshot')
  expect(axisLabelsOf(drawn)).toEqual([{ share: 0.5, label: '23 Nov', isSparse: false }])
  expect(
    marksOf(drawn).filter(({ attributes }) => attributes.class?.startsWith('fill-ok'))[0]?.attributes,
  ).toMatchObject({
    x: '0%',
    width: '100%',
  })
})

test('days on which nothing changes are one block, however many they are', () => {
  const still = daysOf('four hundred days').map(({ at }) => ({ at, values: [5, 1, 0] }))
  const blocks = marksOf(draw('', still)).filter(({ tag }) => tag === 'rect')
  expect(blocks).toHaveLength(2)
})

test('without a known day the chart says that no snapshot was taken', () => {
  for (const name of ['no history', 'all unknown']) {
    expect(draw(name)).toContain('No snapshot has been taken in this period.')
  }
})
