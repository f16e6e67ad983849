import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { daily, type HistoryPoint, histories, historyNames } from './every-history.ts'
import { hatchedOf, marksOf, strayMarks, stretchesOf } from './read-chart.ts'
import { Sparkline } from './sparkline.tsx'

const [width, height] = [64, 22]

const draw = (rows: readonly HistoryPoint[]) =>
  renderToStaticMarkup(createElement(Sparkline, { label: 'Posture of kv-orders: 84% now', rows, width, height }))

const numbersIn = (text = '') => [...text.matchAll(/-?\d+(\.\d+)?/g)].map(([number]) => Number(number))

test.each(historyNames)('%s: the line stays within its few pixels', (name) => {
  const drawn = draw(histories[name] ?? [])
  expect(drawn).not.toMatch(/NaN|undefined|Infinity/)
  expect(strayMarks(drawn, height)).toEqual([])
  for (const { tag, attributes } of marksOf(drawn)) {
    const across =
      tag === 'path'
        ? numbersIn(attributes.d).filter((_, index) => index % 2 === 0)
        : [
            ...numbersIn(attributes.cx),
            ...numbersIn(attributes.x),
            Number(attributes.x ?? 0) + Number(attributes.width ?? 0),
          ]
    expect(across.filter((x) => x < 0 || x > width)).toEqual([])
  }
})

test('a hole breaks the line and is hatched', () => {
  const drawn = draw(histories['four hundred days with a hole of thirty'] ?? [])
  expect(stretchesOf(drawn)).toEqual([2])
  expect(hatchedOf(drawn)).toHaveLength(1)
})

test('what is not known any more is hatched to the end, and has no dot there', () => {
  const drawn = draw(histories['a year ago and nothing since'] ?? [])
  expect(hatchedOf(drawn)).toHaveLength(1)
  expect(drawn).not.toContain('<circle')
})

test('before the first known point there is no history, and nothing is hatched', () => {
  const drawn = draw(histories['ninety days of which only the last is known'] ?? [])
  expect(hatchedOf(drawn)).toEqual([])
  expect(drawn.match(/<circle/g)).toHaveLength(1)
})

test('a point between two that are not known is a dot', () => {
  const drawn = draw(daily(9, (daysBefore) => (daysBefore % 4 === 0 ? 5 : null)))
  expect(drawn.match(/<circle/g)).toHaveLength(3)
})

test.each(['no history', 'all unknown'])('%s is said in words', (name) => {
  expect(draw(histories[name] ?? [])).toBe('<span class="text-faint">no history</span>')
})
