import { expect, test } from 'vitest'
import { ask, rowsOf } from '../sample-tables.ts'

const names = (query: string) => ask(query).columns.map(({ name, type }) => `${name}:${type}`)

test.each<[sentence: string, query: string, rows: unknown[][]]>([
  ['where keeps what is true, not what is null', 'Calls | where Took > 2 | project Took', [[2.5], [4]]],
  ['a null is unequal to a value', 'Calls | where Ok != true | project Status', [[403], [500]]],
  ['extend can replace a column', 'Calls | extend Status = Status + 1 | project Status | take 1', [[201]]],
  [
    'an extend sees the rows before it',
    'People | extend Desk = Desk + 1, Old = Desk | project Desk, Old',
    [
      [2, 1],
      [3, 2],
    ],
  ],
  [
    'project computes and renames',
    'People | project N = strcat(Who, "!"), Desk',
    [
      ['ada!', 1],
      ['cy!', 2],
    ],
  ],
  ['project-away drops', 'People | project-away Desk, T*', [['ada'], ['cy']]],
  ['project-keep keeps', 'People | project-keep D*', [[1], [2]]],
  ['project-rename renames', 'People | project-rename Name = Who | project Name', [['ada'], ['cy']]],
  ['project-reorder moves to the front', 'People | project-reorder Desk | take 1', [[1, 'ada', 'Payments']]],
  ['distinct', 'Calls | distinct Who', [['ada'], ['Bob'], ['']]],
  ['distinct tells null from zero', 'Calls | distinct Took, Who | count', [[4]]],
  ['count', 'Calls | count', [[4]]],
  ['take, with a name from let', 'let few = 2; Calls | take few | count', [[2]]],
  ['limit of nothing', 'Calls | limit 0', []],
  ['sort is descending, nulls last', 'Calls | sort by Took | project Took', [[4], [2.5], [1.5], [null]]],
  ['ascending has nulls first', 'Calls | order by Took asc | project Took', [[null], [1.5], [2.5], [4]]],
  ['nulls go where they are sent', 'Calls | order by Took asc nulls last | take 1 | project Took', [[1.5]]],
  [
    'the second key decides among equals',
    'Calls | order by Who asc, At asc | project Status',
    [[500], [403], [200], [200]],
  ],
  ['top', 'Calls | top 1 by At asc | project Status', [[500]]],
  ['print', 'print 1 + 1, "a"', [[2, 'a']]],
  ['datatable', 'datatable(a: string, b: long)["x", 1, "y", 2] | where b > 1', [['y', 2]]],
  ['a table from let', 'let mine = Calls | where Who == "ada"; mine | count', [[2]]],
  ['toscalar', 'Calls | where Status == toscalar(Calls | summarize max(Status)) | project Status', [[500]]],
  ['materialize', 'let all = materialize(Calls); all | count', [[4]]],
])('%s', (_sentence, query, rows) => {
  expect(rowsOf(query)).toEqual(rows)
})

test('mv-expand gives a row per element, and one for a row without any', () => {
  const query = 'Calls | mv-expand with_itemindex = n role = Claims.roles to typeof(string) | project Who, role, n'
  expect(rowsOf(query)).toEqual([
    ['ada', 'reader', 0],
    ['ada', 'writer', 1],
    ['Bob', '', 0],
    ['ada', '', 0],
    ['', '', 0],
  ])
})

test('mv-expand of a bag gives single pairs, or arrays when told so, and stops at its limit', () => {
  expect(rowsOf('print b = dynamic({"x": 1, "y": 2}) | mv-expand b')).toEqual([[{ x: 1 }], [{ y: 2 }]])
  expect(rowsOf('print b = dynamic({"x": 1}) | mv-expand bagexpansion=array b')).toEqual([[['x', 1]]])
  expect(rowsOf('print b = dynamic([1, 2, 3]) | mv-expand b limit 2 | count')).toEqual([[2]])
})

test("columns have Microsoft's names and types", () => {
  expect(names('Calls | project tostring(Claims.appid), Claims["a.b"].deep, Took + 1, bin(At, 1h), Wait')).toEqual([
    'Claims_appid:string',
    'Claims_a.b_deep:dynamic',
    'Column1:real',
    'At:datetime',
    'Wait:timespan',
  ])
  expect(names('Calls | extend Status * 2 | project-away Claims | take 0').at(-1)).toBe('Column1:long')
})

test('a row copied for extend has every column that is asked for later, and no other does harm', () => {
  expect(
    rowsOf('Calls | extend x = 1 | join kind=inner (People | extend y = 2) on Who | project Team, Who1, y | take 1'),
  ).toEqual([['Payments', 'ada', 2]])
  expect(rowsOf('let ids = People | extend x = 1; Calls | where Who in (ids) | count')).toEqual([[2]])
})

test('rows that others read too are never filled in place', () => {
  const query = (kind: string) => `let team = People | project Who, Team; let all = materialize(team);
    all | extend Team = "x" | join kind=${kind} (all | extend Team = strcat(Team, "!")) on Who | project Team, Team1`
  expect(rowsOf(query('inner'))).toEqual([
    ['x', 'Payments!'],
    ['x', 'Search!'],
  ])
  const kept = 'let all = materialize(People | project Who, Team); Calls | project Who | join kind=rightsemi all on Who'
  expect(rowsOf(`${kept} | extend Team = "x" | union (all) | project Team`)).toEqual([['x'], ['Payments'], ['Search']])
  expect(rowsOf('People | project Team')).toEqual([['Payments'], ['Search']])
})

test('an extend that swaps two columns sees both as they were', () => {
  expect(rowsOf('People | project a = Who, b = Team | extend a = b, b = a | take 1')).toEqual([['Payments', 'ada']])
})
