// sort, order and top. Descending unless the query says asc; nulls last when descending, first when ascending.
import { Unsupported } from '../refusal.ts'
import { compileScalar, compileTyped, type Typed } from '../scalar.ts'
import { noRow, type Run, type Scope, type Table } from '../scope.ts'
import { listed, part, type Syntax } from '../syntax.ts'
import { compareValues, type Row, type Value } from '../values.ts'

type Key = { typed: Typed; direction: 1 | -1; nullsFirst: boolean }

export function sorted(node: Syntax, input: Table, scope: Scope): Table['rows'] {
  const keys = listed(node, 'Expressions').map((expression) => keyOf(expression, scope))
  return (run) => sortRows(input.rows(run), keys, run)
}

export function top(node: Syntax, input: Table, scope: Scope): Table['rows'] {
  const limit = compileScalar(part(node, 'Expression'), scope)
  const keys = [keyOf(part(node, 'ByExpression'), scope)]
  return (run) => sortRows(input.rows(run), keys, run).slice(0, Math.max(0, Number(limit(noRow, run))))
}

function keyOf(expression: Syntax, scope: Scope): Key {
  const isOrdered = expression.kind === 'OrderedExpression'
  const typed = compileTyped(isOrdered ? part(expression, 'Expression') : expression, scope)
  if (typed.type === 'dynamic' || typed.type === 'unknown')
    throw new Unsupported(`sorting by ${typed.type}`, expression)
  const words = (isOrdered ? (expression.parts.Ordering?.text ?? '') : '').split(/\s+/)
  const isAscending = words.includes('asc')
  const nullsFirst = words.includes('first') || (isAscending && !words.includes('last'))
  return { typed, direction: isAscending ? 1 : -1, nullsFirst }
}

function sortRows(rows: Iterable<Row>, keys: readonly Key[], run: Run): Row[] {
  const decorated = Array.from(rows, (row) => ({ row, values: keys.map((key) => key.typed.evaluate(row, run)) }))
  decorated.sort((a, b) => {
    let index = 0
    for (const key of keys) {
      const order = compare(a.values[index] ?? null, b.values[index] ?? null, key)
      if (order !== 0) return order
      index++
    }
    return 0
  })
  return decorated.map(({ row }) => row)
}

function compare(a: Value, b: Value, { direction, nullsFirst }: Key): number {
  if (a === b) return 0
  if (a === null) return nullsFirst ? -1 : 1
  if (b === null) return nullsFirst ? 1 : -1
  return direction * compareValues(a, b)
}
