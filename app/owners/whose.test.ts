import { expect, test } from 'vitest'
import { pageHref, rowsHref, weekIn, type Whose } from './whose.ts'

const dispatch: Whose = { owner: 'dispatch', path: '/owners/dispatch', name: null }

test('the page of an owner keeps its week and its day', () => {
  const week = weekIn({ week: '2026-11-30' })
  expect(pageHref(dispatch, week, '2026-11-23')).toBe('/owners/dispatch?asOf=2026-11-23&week=2026-11-30')
  expect(pageHref({ owner: 'a', path: '/mine', name: 'a & b' }, null, null)).toBe('/mine?name=a+%26+b')
})

test('a week that is no day is none', () => {
  expect(['2026-02-30', 'soon', ''].map((week) => weekIn({ week }))).toEqual([null, null, null])
})

test('the rows behind a number are those of the owner, and all that is seen where there is no name', () => {
  expect(rowsHref(dispatch, { severities: ['high'] }, null)).toBe('/findings?severity=high&owner=dispatch')
  expect(rowsHref({ ...dispatch, owner: null }, {}, null)).toBe('/findings')
})
