import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { isoDate } from '#lib/format/date.ts'
import { daily, histories, historyNames, inHole } from './every-history.ts'
import { axisLabelsOf, hatchedOf, leastBetween, marksOf, strayMarks, stretchesOf, tableOf } from './read-chart.ts'
import { leastApart } from './scale.ts'
import { TimeLine, type TimeLineMark, type TimeLineRow } from './time-line.tsx'

// What the cursor would say and where it would lead stands in the page only under a pointer.
vi.mock('./chart-cursor.tsx', async () => {
  const { createElement } = await import('react')
  type Points = { points: readonly { title: string; lines: readonly string[]; href?: string }[] }
  const said = ({ points }: Points) =>
    points.map(({ title, lines, href }) => createElement('a', { key: title, href }, [title, ...lines].join('; ')))
  return { ChartCursor: (props: Points) => createElement('nav', null, said(props)) }
})

const height = 160
const hrefOn = (at: Date) => `/posture?asOf=${isoDate(at)}`
const rowsOf = (name: string): TimeLineRow[] =>
  (histories[name] ?? []).map(({ at, value }) => ({ at, values: [value], href: hrefOn(at) }))

const draw = (rows: readonly TimeLineRow[], marks: readonly TimeLineMark[] = []) =>
  renderToStaticMarkup(
    createElement(TimeLine, {
      ...{
        label: 'Failing',
        rows,
        marks,
        height,
        whole: true,
        format: (value: number) => value.toLocaleString('en-GB'),
      },
      series: [{ name: 'Failing', tone: 'high' as const }],
    }),
  )

test.each(historyNames)('%s: every mark stands in the drawing, and there are not more of them than days', (name) => {
  const rows = rowsOf(name)
  const drawn = draw(rows)
  expect(drawn).not.toMatch(/NaN|undefined|Infinity/)
  expect(strayMarks(drawn, height)).toEqual([])
  expect(marksOf(drawn).length).toBeLessThanOrEqual(rows.length + 20)
})

test.each(historyNames)('%s: the labels of the axis do not meet, and no date is said twice', (name) => {
  const labels = axisLabelsOf(draw(rowsOf(name)))
  expect(leastBetween(labels)).toBeGreaterThanOrEqual(leastApart - 0.0001)
  expect(new Set(labels.map(({ label }) => label)).size).toBe(labels.length)
  if (rowsOf(name).some(({ values }) => values[0] !== null)) expect(labels.length).toBeGreaterThan(0)
})

test.each(historyNames.filter((name) => rowsOf(name).some(({ values }) => values[0] !== null)))(
  '%s: the table and the cursor hold every value, and each day leads to that day',
  (name) => {
    const rows = rowsOf(name)
    const said = rows.map(({ at, values: [value] }) => [
      isoDate(at),
      value === null || value === undefined ? 'not known' : value.toLocaleString('en-GB'),
    ])
    const drawn = draw(rows)
    expect(tableOf(drawn)).toEqual(said)
    const notes = [...drawn.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(([, href, note]) => [href, note])
    expect(notes).toEqual(rows.map(({ at }, index) => [hrefOn(at), said[index]?.join('; ')]))
  },
)

test('a hole of thirty days breaks the line and is hatched from the last known day to the next one', () => {
  const rows = rowsOf('four hundred days with a hole of thirty')
  const drawn = draw(rows)
  expect(stretchesOf(drawn)).toEqual([2])
  const [hatched, ...others] = hatchedOf(drawn)
  expect(others).toEqual([])
  // 31 of the 399 steps between 400 points, all but the last of them whole days.
  expect(Number.parseFloat(hatched?.attributes.width ?? '')).toBeCloseTo((31 / 398.3) * 100, 1)
})

test('what is known without a break is one line, and nothing is hatched', () => {
  const drawn = draw(rowsOf('four hundred days'))
  expect(stretchesOf(drawn)).toEqual([1])
  expect(hatchedOf(drawn)).toEqual([])
})

test('a day between two that are not known has a dot, for a line through it has no length', () => {
  const lone = daily(31, (daysBefore) => (daysBefore === 15 || daysBefore < 3 ? 7 : null))
  const drawn = draw(lone.map(({ at, value }) => ({ at, values: [value] })))
  const dots = marksOf(drawn).filter(({ tag }) => tag === 'circle')
  // One for the lone day, a little past the middle because today is not over, and the end of the line.
  expect(dots.map(({ attributes }) => attributes.cx)).toEqual([expect.stringMatching(/^51\.\d+%$/), '100%'])
})

test('the first day of history is a dot at the right edge, with its date below', () => {
  const drawn = draw(rowsOf('one snapshot'))
  expect(marksOf(drawn).filter(({ tag }) => tag === 'circle')).toHaveLength(1)
  expect(axisLabelsOf(drawn)).toEqual([{ share: 1, label: '23 Nov', isSparse: false }])
})

test('over a few days each label stands under the day it names', () => {
  const rows = rowsOf('three days')
  const [first, last] = [rows[0]?.at.getTime() ?? 0, rows.at(-1)?.at.getTime() ?? 0]
  const shares = rows.map(({ at }) => (at.getTime() - first) / (last - first))
  const labels = axisLabelsOf(draw(rows))
  expect(labels.map(({ label }) => label)).toEqual(['21 Nov', '22 Nov', '23 Nov'])
  for (const [index, { share }] of labels.entries()) expect(share).toBeCloseTo(shares[index] ?? 0, 3)
})

test('four hundred days are labelled by month and year', () => {
  const labels = axisLabelsOf(draw(rowsOf('four hundred days'))).map(({ label }) => label)
  expect(labels).toEqual(['Jan 2026', 'Apr 2026', 'Jul 2026', 'Oct 2026'])
})

test('where no day is known the chart says so, and draws no axis of values that nothing has', () => {
  const drawn = draw(rowsOf('all unknown'))
  expect(drawn).toContain('Not known on any day of this period')
  expect(drawn).toContain('hatched')
  expect(drawn).not.toContain('role="img"')
  expect(draw([])).toContain('No snapshot has been taken in this period.')
})

test('the axis says huge values in short, the table in full', () => {
  const drawn = draw(rowsOf('one huge value'))
  expect(drawn).toMatch(/>10(\.0)?M<\/text>/i)
  expect(drawn).toContain('<td>12,345,678</td>')
})

test('of forty changes some have words and all have a line, and the line of values keeps its room', () => {
  const rows = rowsOf('four hundred days').slice(-91)
  const marks = rows.slice(10, 50).map(({ at }) => ({ at, label: 'policy changed' }))
  const drawn = draw(rows, marks)
  expect(strayMarks(drawn, height)).toEqual([])
  expect(drawn.match(/stroke-dasharray="2 2"/g)).toHaveLength(40)
  const words = marksOf(drawn).filter(({ tag, text }) => tag === 'text' && text === 'policy changed')
  expect(words.length).toBeGreaterThan(1)
  expect(words.length).toBeLessThan(40)
  expect(tableOf(drawn).filter(([, , changed]) => changed === 'policy changed')).toHaveLength(40)
})

test('two changes of one day with the same words are said once', () => {
  const rows = rowsOf('three days')
  const twice = [5, 6].map((hour) => ({ at: new Date(Date.UTC(2026, 10, 22, hour)), label: 'policy changed' }))
  expect(tableOf(draw(rows, twice))[1]).toEqual(['2026-11-22', '41', 'policy changed'])
})

test('the hole of every test is thirty days long', () => {
  expect(Array.from({ length: 400 }, (_, day) => day).filter(inHole)).toHaveLength(30)
})
