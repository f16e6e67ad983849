import { expect, test } from 'vitest'
import { rowsOf, printed } from './sample-tables.ts'

test.each<[expression: string, value: unknown]>([
  ['1 == 1.0', true],
  ['"a" == "A"', false],
  ['"a" =~ "A"', true],
  ['"a" !~ "b"', true],
  ['"API-Key" has "api"', true],
  ['"apikey" has "api"', false],
  ['"a/secrets/b" has "/secrets/"', true],
  ['"api-key" has "api-k"', false],
  ['"API" has_cs "api"', false],
  ['"apikey" hasprefix "api"', true],
  ['"apikey" hassuffix "KEY"', true],
  ['"one two" has_any ("three", "TWO")', true],
  ['"one two" has_all ("one", "three")', false],
  ['"Hello" contains "ELL"', true],
  ['"Hello" !contains "x"', true],
  ['"Hello" contains_cs "ELL"', false],
  ['"Hello" startswith "he"', true],
  ['"Hello" !endswith "LO"', false],
  ['"v1.2" matches regex "^v[0-9]"', true],
  ['"a" in ("b", "a")', true],
  ['"a" in ("A")', false],
  ['"a" in~ ("A")', true],
  ['"a" !in ("b")', true],
  ['"A" !in~ ("a")', false],
  ['2 in (dynamic([1, 2]))', true],
  ['3 between (1 .. 3)', true],
  ['4 !between (1 .. 3)', true],
  ['now() between (ago(1h) .. 2h)', true],
  ['datetime(null) > now()', null],
  ['int(null) == int(null)', null],
  ['int(null) == 1', false],
  ['int(null) != 1', true],
  ['true or bool(null)', true],
  ['true and bool(null)', null],
  ['not(bool(null))', null],
  ['7 / 2', 3],
  ['7 / 2.0', 3.5],
  ['7 % 4', 3],
  ['1 / 0', null],
  ['-(2 + 3) * 2', -10],
  ['datetime(2026-11-22) - datetime(2026-11-20T12:00)', '1.12:00:00'],
  ['datetime(2026-11-22 01:00) + 90m', '2026-11-22T02:30:00Z'],
  ['1d / 6h', 4],
  ['2 * 1.5h', '03:00:00'],
  ['time(1.02:03:04)', '1.02:03:04'],
  ['1d > 23h', true],
  ['real(nan)', 'NaN'],
  ['dynamic({"a": [1, {"b": "x"}]}).a[1].b', 'x'],
  ['dynamic([1, 2, 3])[-1]', 3],
  ['dynamic({"a": 1}).b', null],
  ["dynamic({'a b': 'c'})['a b']", 'c'],
  ['@"c:\\d"', 'c:\\d'],
  ['guid(74BE27DE-1e4e-49d9-b579-fe0b331d3642) == "74be27de-1e4e-49d9-b579-fe0b331d3642"', true],
])('%s', (expression, value) => {
  expect(printed(expression)).toEqual(value)
})

test('a path into a missing or foreign value is null, and its text empty', () => {
  expect(
    rowsOf('Calls | project Claims.roles[5], tostring(Claims.nothing.deeper), isnull(Claims.appid)').at(-1),
  ).toEqual([null, '', true])
})

test('a dynamic value is compared by the type it is compared with', () => {
  expect(rowsOf('Calls | where Claims.appid == "A-1" | count')).toEqual([[2]])
  expect(rowsOf('Calls | where Claims.appid != "A-1" | count')).toEqual([[2]])
  expect(rowsOf('Calls | where Claims.appid =~ "a-1" | count')).toEqual([[2]])
  expect(rowsOf('Calls | where Claims["a.b"].deep > 6 | count')).toEqual([[1]])
  expect(rowsOf('Calls | where Claims.appid in ("B-2", "C") | count')).toEqual([[1]])
  expect(rowsOf('Calls | where Claims has "writer" | count')).toEqual([[1]])
})

test('in takes the first column of a table', () => {
  expect(rowsOf('Calls | where Who in (People | project Who) | count')).toEqual([[2]])
  expect(rowsOf('Calls | where Who !in~ (People) | count')).toEqual([[2]])
})

test('column_ifexists looks at the columns of the table it stands on', () => {
  expect(
    rowsOf('People | project column_ifexists("Desk", 0), other = column_ifexists("Chair", "none") | take 1'),
  ).toEqual([[1, 'none']])
  expect(rowsOf('People | where column_ifexists("Who", "") == "cy" | count')).toEqual([[1]])
})
