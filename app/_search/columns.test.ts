import { expect, test } from 'vitest'
import { besideColumns, columnEntries, columnsField, columnsIn } from './columns.ts'

const all = ['name', 'risk', 'owner', 'expires'] as const

test('without a parameter, and with nonsense in it, all columns are shown', () => {
  expect(columnsIn(undefined, all)).toEqual(all)
  expect(columnsIn('', all)).toEqual(all)
  expect(columnsIn(['value', '__proto__', "' or 1=1 --"], all)).toEqual(all)
})

test.each([
  [
    ['expires', 'risk', 'risk'],
    ['name', 'risk', 'expires'],
  ],
  ['EXPIRES,risk', ['name', 'risk', 'expires']],
  ['expires,value', ['name', 'expires']],
  ['name', ['name']],
])('%s shows the name of the row and what was chosen, in the order of the table', (value, shown) => {
  expect(columnsIn(value, all)).toEqual(shown)
})

test('all columns stay out of the address; what is chosen comes back from it as it was', () => {
  expect(columnEntries(all, all)).toEqual([])
  expect(columnsField(all, all)).toBeUndefined()
  const shown = columnsIn('risk', all)
  const query = new URLSearchParams(columnEntries(shown, all).map(([name, value]) => [name, value]))
  expect(String(query)).toBe('columns=name&columns=risk')
  expect(columnsIn(query.getAll('columns'), all)).toEqual(shown)
  expect(columnsIn(columnsField(shown, all), all)).toEqual(shown)
  expect(String(columnEntries(columnsIn('name', all), all))).toBe('columns,name')
})

test('choosing columns keeps the rest of the view, and goes back to its first page', () => {
  expect(besideColumns('/findings?asOf=2026-11-01&kind=key&kind=secret&columns=name&page=3')).toEqual([
    ['asOf', '2026-11-01'],
    ['kind', 'key'],
    ['kind', 'secret'],
    ['page', ''],
  ])
})
