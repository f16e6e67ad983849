import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { acrossOf, hatchedOf, marksOf, strayMarks } from './read-chart.ts'
import { ShareBar } from './share-bar.tsx'

const draw = (read: number, partly: number, not: number) =>
  renderToStaticMarkup(
    createElement(ShareBar, {
      label: 'Vaults',
      rows: [
        { word: 'Read', count: read, tone: 'ok' },
        { word: 'Partly read', count: partly, tone: 'medium', href: '/snapshots?coverage=partly' },
        { word: 'Not read', count: not, tone: 'unknown', href: '/snapshots?coverage=not' },
      ],
    }),
  )

test.each([
  [0, 0, 0],
  [1, 0, 0],
  [0, 0, 7],
  [12_345_678, 1, 1],
  [1, 1, 12_345_678],
])('of %i, %i and %i every part stands in the bar, is wide enough to see and says its count', (...counts) => {
  const drawn = draw(...counts)
  expect(drawn).not.toMatch(/NaN|undefined|Infinity/)
  expect(strayMarks(drawn, 12)).toEqual([])
  const parts = marksOf(drawn).filter(
    ({ attributes }) => attributes.fill || /^fill-(ok|medium)$/.test(attributes.class ?? ''),
  )
  const bars = parts.filter(({ tag, attributes }) => tag === 'rect' && attributes.width?.endsWith('%'))
  expect(bars).toHaveLength(counts.filter((count) => count > 0).length)
  for (const bar of bars) expect(acrossOf(bar)[1] - acrossOf(bar)[0]).toBeGreaterThanOrEqual(0.97)
  for (const count of counts.filter((one) => one > 0)) expect(drawn).toContain(`>${count.toLocaleString('en-GB')}</`)
})

test('what is not known is hatched, and leads to what is not read', () => {
  expect(hatchedOf(draw(3, 0, 2))).toHaveLength(1)
  expect(draw(3, 0, 2)).toContain('href="/snapshots?coverage=not"')
  expect(draw(3, 0, 0)).not.toContain('href')
})
