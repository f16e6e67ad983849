import { expect, test } from 'vitest'
import { ask, rowsOf } from '../sample-tables.ts'

const on = (kind: string) => `Calls | project Who, Status | join ${kind} People on Who | order by Status asc, Desk asc`

test.each<[sentence: string, query: string, rows: unknown[][]]>([
  [
    'inner',
    on('kind=inner'),
    [
      ['ada', 200, 'ada', 'Payments', 1],
      ['ada', 200, 'ada', 'Payments', 1],
    ],
  ],
  ['a join without a kind takes one left row per key', on(''), [['ada', 200, 'ada', 'Payments', 1]]],
  [
    'leftanti',
    on('kind=leftanti').replace(', Desk asc', ''),
    [
      ['Bob', 403],
      ['', 500],
    ],
  ],
  [
    'leftsemi',
    on('kind=leftsemi').replace(', Desk asc', ''),
    [
      ['ada', 200],
      ['ada', 200],
    ],
  ],
  ['rightanti', 'Calls | join kind=rightanti People on Who', [['cy', 'Search', 2]]],
  ['rightsemi', 'Calls | join kind=rightsemi People on Who', [['ada', 'Payments', 1]]],
])('join: %s', (_sentence, query, rows) => {
  expect(rowsOf(query)).toEqual(rows)
})

test('outer joins leave the other side empty: text as empty text, the rest as null', () => {
  const left = on('kind=leftouter')
  expect(rowsOf(left)).toContainEqual(['Bob', 403, '', '', null])
  expect(rowsOf(on('kind=rightouter'))).toContainEqual(['', null, 'cy', 'Search', 2])
  expect(rowsOf(on('kind=fullouter'))).toHaveLength(5)
  expect(ask(left).columns.map(({ name }) => name)).toEqual(['Who', 'Status', 'Who1', 'Team', 'Desk'])
})

test('keys can differ in name, be several, and be joined with and', () => {
  const right = 'People | project Name = Who, Status = int(200)'
  const both = `Calls | join kind=inner (${right}) on $left.Who == $right.Name and $left.Status == $right.Status | count`
  expect(rowsOf(both)).toEqual([[2]])
  expect(rowsOf(`Calls | join kind=inner (${right}) on $left.Who == $right.Name, Status | count`)).toEqual([[2]])
})

test('a null key matches nothing', () => {
  expect(rowsOf('Calls | join kind=inner (Calls) on Took | count')).toEqual([[3]])
})

test('lookup adds columns without the key, and keeps what has no match', () => {
  expect(rowsOf('Calls | project Who | lookup People on Who')).toEqual([
    ['ada', 'Payments', 1],
    ['Bob', '', null],
    ['ada', 'Payments', 1],
    ['', '', null],
  ])
  expect(rowsOf('Calls | project Who | lookup kind=inner People on Who | count')).toEqual([[2]])
})

test('union lays tables under one another and fills what one does not have', () => {
  expect(rowsOf('union withsource=Source (People), Calls | summarize count() by Source')).toEqual([
    ['People', 2],
    ['Calls', 4],
  ])
  expect(rowsOf('People | union (Calls | project Who, Status) | where Who == "Bob"')).toEqual([['Bob', '', null, 403]])
})

test('a name that two tables type differently becomes two columns', () => {
  const { columns, rows } = ask('union (People | project Desk), (People | project Desk = tostring(Desk))')
  expect(columns.map(({ name }) => name)).toEqual(['Desk_long', 'Desk_string'])
  expect(rows).toEqual([
    [1, ''],
    [2, ''],
    [null, '1'],
    [null, '2'],
  ])
})

test.each([
  ['first', 'union isfuzzy=true (Absent | where Zed > 1 | project Who, Zed), (People | project Who)'],
  ['last', 'union isfuzzy=true (People | project Who), Absent'],
  ['in the middle', 'union isfuzzy=true (People | project Who | take 0), Absent, (People | project Who)'],
  [
    'in a union of its own',
    'union isfuzzy=true (union isfuzzy=true Absent, (People | project Who)), (People | project Who | take 0)',
  ],
])('a fuzzy union leaves out the table that is missing, %s', (_place, query) => {
  expect(ask(`${query} | order by Who asc`)).toEqual({
    columns: [{ name: 'Who', type: 'string' }],
    rows: [['ada'], ['cy']],
  })
})

test('after a fuzzy union the columns have the types of the tables that are there', () => {
  const query =
    'union isfuzzy=true (Absent | project At, n = Zed), (Calls | project At, n = Status) | summarize sum(n), max(At)'
  expect(ask(query).columns.map(({ name, type }) => `${name}:${type}`)).toEqual(['sum_n:long', 'max_At:datetime'])
})
