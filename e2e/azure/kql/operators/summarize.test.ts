import { expect, test } from 'vitest'
import { ask, rowsOf } from '../sample-tables.ts'

const one = (aggregate: string) => rowsOf(`Calls | summarize ${aggregate}`)[0]?.[0]

test.each<[aggregate: string, value: unknown]>([
  ['count()', 4],
  ['countif(Status >= 400)', 2],
  ['dcount(Who)', 3],
  ['dcountif(Who, Ok)', 1],
  ['sum(Took)', 8],
  ['sumif(Took, Ok)', 5.5],
  ['avg(Took)', 8 / 3],
  ['avgif(Took, Status == 500)', 'NaN'],
  ['min(Took)', 1.5],
  ['max(Who)', 'ada'],
  ['minif(Took, Status == 403)', 2.5],
  ['maxif(At, Ok)', '2026-11-22T10:15:00Z'],
  ['make_set(Who)', ['ada', 'Bob', '']],
  ['make_set(Who, 2)', ['ada', 'Bob']],
  ['make_set_if(Who, Ok)', ['ada']],
  ['make_list(Took)', [1.5, 2.5, 4]],
  ['make_list(bin(At, 1d), 2)', ['2026-11-22T00:00:00.0000000Z', '2026-11-22T00:00:00.0000000Z']],
  ['take_any(Took)', 1.5],
  ['percentile(Took, 50)', 2.5],
  ['percentile(Took, 95)', 4],
  ['make_bag(bag_pack(Who, Status))', { ada: 200, Bob: 403, '': 500 }],
  ['max(At) - min(At)', '2.02:45:00'],
  ['round(avg(Took), 1)', 2.7],
  ['iff(count() > 3, "many", "few")', 'many'],
])('%s', (aggregate, value) => {
  expect(one(aggregate)).toEqual(value)
})

test('groups come by their keys, null and empty text apart', () => {
  expect(rowsOf('Calls | summarize count(), max(Took) by Who, Ok | order by Who asc')).toEqual([
    ['', null, 1, null],
    ['Bob', false, 1, 2.5],
    ['ada', true, 2, 4],
  ])
})

test('bins of time start at midnight and full hours in UTC, weeks on Monday', () => {
  expect(rowsOf('Calls | summarize count() by bin(At, 1d) | order by At asc')).toEqual([
    ['2026-11-20T00:00:00Z', 1],
    ['2026-11-21T00:00:00Z', 1],
    ['2026-11-22T00:00:00Z', 2],
  ])
  expect(rowsOf('Calls | summarize count() by week = bin(At, 7d)')).toEqual([['2026-11-16T00:00:00Z', 4]])
})

test('arg_max takes cells of the row with the greatest value', () => {
  expect(rowsOf('Calls | where Ok | summarize arg_max(At, Status, took = Took) by Who')).toEqual([
    ['ada', '2026-11-22T10:15:00Z', 200, 1.5],
  ])
  expect(rowsOf('Calls | summarize arg_min(At, Status)')).toEqual([['2026-11-20T08:00:00Z', 500]])
})

test('arg_max(*) takes every column that is not a key', () => {
  const { columns, rows } = ask('People | summarize arg_max(Desk, *) by Who')
  expect(columns.map(({ name }) => name)).toEqual(['Who', 'Desk', 'Team'])
  expect(rows).toEqual([
    ['ada', 1, 'Payments'],
    ['cy', 2, 'Search'],
  ])
})

test('take_any(*) takes one whole row', () => {
  expect(rowsOf('People | summarize take_any(*) by Team | where Team == "Search"')).toEqual([['Search', 'cy', 2]])
})

test('no rows make one group without keys, and none with keys', () => {
  expect(rowsOf('Calls | where false | summarize count(), sum(Took), max(At), make_set(Who)')).toEqual([
    [0, 0, null, []],
  ])
  expect(rowsOf('Calls | where false | summarize count() by Who')).toEqual([])
})

test('summarize by keys alone is distinct', () => {
  expect(rowsOf('Calls | summarize by Who')).toEqual([['ada'], ['Bob'], ['']])
})
