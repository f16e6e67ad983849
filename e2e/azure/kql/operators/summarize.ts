// summarize and distinct: rows in groups, aggregates over each.
import { type Accumulator, type Aggregate, aggregateOf } from '../aggregates/aggregate.ts'
import { Unsupported } from '../refusal.ts'
import { type Fill, rowBuilder } from '../row-builder.ts'
import { compileScalar, compileTyped } from '../scalar.ts'
import type { Column } from '../schema.ts'
import { columnReader, type Run, type Scalar, type Scope, type Table } from '../scope.ts'
import { bare, listed, type Syntax } from '../syntax.ts'
import type { Row, Value } from '../values.ts'
import { columnsOf, namesOf } from './columns.ts'
import { unnamed } from './projection.ts'

type Group = { keys: Value[]; accumulators: Accumulator[] }

/** The groups whose first keys are the same, by their next key, down to the last. */
type Level = Map<Value, Level | Group>

export function summarized(node: Syntax, input: Table, scope: Scope): Table['rows'] {
  const columns = columnsOf(node)
  const by = (node.parts.ByClause ? listed(node.parts.ByClause, 'Expressions') : []).map(
    (key) => unnamed(key).expression,
  )
  const keys = by.map((key) => groupKey(key, scope))
  const keyNames = namesOf(columns.slice(0, by.length))
  const aggregates: Aggregate[] = []
  const fills = keyNames.map((name, index): Fill => ({ name, read: (row) => row[keyCell(index)] ?? null }))
  const wide = listed(node, 'Aggregates').map((item) => unnamed(item).expression)
  let next = by.length
  for (const expression of wide) {
    const filled = aggregateColumns(expression, columns.slice(next), keyNames, scope, aggregates)
    fills.push(...filled)
    next += filled.length
  }
  if (next !== columns.length) throw new Unsupported('the columns of this summarize', node)
  const toCells = rowBuilder(cellsOf(keys, aggregates))
  const toRow = rowBuilder(fills)
  return (run) => {
    const groups = grouped(input.rows(run), keys, aggregates, run)
    // Without keys there is one group even when there are no rows.
    if (by.length === 0 && groups.length === 0) groups.push(newGroup([], aggregates))
    return groups.map((group) => toRow(toCells(group, run), run))
  }
}

export function distinct(node: Syntax, input: Table, scope: Scope): Table['rows'] {
  const columns = columnsOf(node)
  const isAll = listed(node, 'Expressions').some((expression) => expression.kind === 'StarExpression')
  const keys = isAll
    ? columns.map((column) => columnReader(column.name, column.type))
    : listed(node, 'Expressions').map((expression) => groupKey(unnamed(expression).expression, scope))
  if (keys.length !== columns.length) throw new Unsupported('the columns of this distinct', node)
  return (run) =>
    grouped(input.rows(run), keys, [], run).map(({ keys: values }) => {
      const row: Record<string, Value> = {}
      for (const [index, column] of columns.entries()) row[column.name] = values[index] ?? null
      return row
    })
}

function groupKey(expression: Syntax, scope: Scope): Scalar {
  const typed = compileTyped(expression, scope)
  if (typed.type === 'dynamic' || typed.type === 'unknown')
    throw new Unsupported(`grouping by ${typed.type}`, expression)
  return typed.evaluate
}

/** The columns one aggregate expression fills: one, except for arg_max, arg_min and take_any of several. */
function aggregateColumns(
  expression: Syntax,
  columns: readonly Column[],
  keyNames: readonly string[],
  scope: Scope,
  aggregates: Aggregate[],
): Fill[] {
  const node = bare(expression)
  const called = node.kind === 'FunctionCallExpression' ? aggregateOf(node, scope, keyNames) : null
  if (called) {
    const at = aggregates.push(called) - 1
    return columns.slice(0, called.width).map((column, index): Fill => {
      return { name: column.name, read: (row) => row[aggregateCell(at, index)] ?? null }
    })
  }
  // An expression over aggregates, e.g. max(x) - min(x): each call becomes a cell of the group's row.
  const read = compileScalar(expression, {
    ...scope,
    columns: [],
    aggregate: (call: Syntax) => {
      const inner = aggregateOf(call, scope, keyNames)
      if (!inner) return null
      if (inner.width !== 1) throw new Unsupported('an aggregate of several columns inside an expression', call)
      const at = aggregates.push(inner) - 1
      return (row) => row[aggregateCell(at, 0)] ?? null
    },
  })
  return columns.slice(0, 1).map((column) => ({ name: column.name, read }))
}

const keyCell = (index: number) => `key ${index}`
const aggregateCell = (aggregate: number, index: number) => `aggregate ${aggregate} ${index}`

function newGroup(keys: Value[], aggregates: readonly Aggregate[]): Group {
  return { keys, accumulators: aggregates.map((aggregate) => aggregate.start()) }
}

function grouped(rows: Iterable<Row>, keys: readonly Scalar[], aggregates: readonly Aggregate[], run: Run): Group[] {
  const groups: Group[] = []
  const first: Level = new Map()
  const last = keys.length - 1
  for (const row of rows) {
    let level = first
    // Step by step: one long key for all would be made, and read through, for every row.
    for (let at = 0; at < last; at++) level = levelBelow(level, keys[at]?.(row, run) ?? null)
    const value = keys[last]?.(row, run) ?? null
    let group = level.get(value)
    if (!group || group instanceof Map) {
      group = newGroup(
        keys.map((key) => key(row, run)),
        aggregates,
      )
      level.set(value, group)
      groups.push(group)
    }
    for (const accumulator of group.accumulators) accumulator.add(row, run)
  }
  return groups
}

function levelBelow(level: Level, value: Value): Level {
  const known = level.get(value)
  if (known instanceof Map) return known
  const made: Level = new Map()
  level.set(value, made)
  return made
}

/** The keys and aggregates of a group as the cells of a row. */
function cellsOf(keys: readonly Scalar[], aggregates: readonly Aggregate[]): Fill<Group>[] {
  return [
    ...keys.map(
      (_, index): Fill<Group> => ({ name: keyCell(index), read: ({ keys: values }) => values[index] ?? null }),
    ),
    ...aggregates.flatMap(({ width }, at) =>
      Array.from({ length: width }, (_, index): Fill<Group> => {
        return { name: aggregateCell(at, index), read: ({ accumulators }) => accumulators[at]?.value(index) ?? null }
      }),
    ),
  ]
}
