// ==, !=, <, <=, >, >=, between. Two nulls compare to null, one null is unequal to anything and neither more nor less.
// https://learn.microsoft.com/kusto/query/scalar-data-types/null-values
import { isNumber } from './conversion.ts'
import { Unsupported } from './refusal.ts'
import type { Typed } from './scalar.ts'
import type { ColumnType } from './schema.ts'
import type { Scalar } from './scope.ts'
import type { Syntax } from './syntax.ts'
import { parseInstant, parseLength, type Value } from './values.ts'

export type Equals = (a: Value, b: Value) => boolean | null

export function equality(isEqual: boolean, left: Typed, right: Typed, node: Syntax): Scalar {
  const equals = equalsOf(left.type, right.type, node)
  return (row, run) => {
    const result = equals(left.evaluate(row, run), right.evaluate(row, run))
    return result === null ? null : result === isEqual
  }
}

/** How values of two types are compared for equality. */
export function equalsOf(left: ColumnType, right: ColumnType, node: Syntax): Equals {
  if (left === 'dynamic' && right === 'dynamic') return dynamicEquals(node)
  if (left === 'dynamic') return castingEquals(right, node)
  if (right === 'dynamic') {
    const equals = castingEquals(left, node)
    return (a, b) => equals(b, a)
  }
  if (left === 'string' && right === 'string') return (a, b) => a === b
  if (left === right || (isNumber(left) && isNumber(right))) return plainEquals
  if (isText(left) && isText(right)) return (a, b) => plainEquals(lower(a), lower(b))
  throw new Unsupported(`comparing ${left} with ${right}`, node)
}

const isText = (type: ColumnType) => type === 'string' || type === 'guid'
const lower = (value: Value) => (typeof value === 'string' ? value.toLowerCase() : value)

const plainEquals: Equals = (a, b) => {
  if (a === null && b === null) return null
  return a === b
}

/** A dynamic value against one of a plain type. What Kusto would cast in silence is refused: nobody could tell it was right. */
function castingEquals(type: ColumnType, node: Syntax): Equals {
  const expected = type === 'bool' ? 'boolean' : isNumber(type) ? 'number' : 'string'
  const read = type === 'datetime' ? parseInstant : type === 'timespan' ? parseLength : null
  return (dynamic, plain) => {
    if (dynamic === null) {
      if (plain === '') throw new Unsupported("a missing dynamic value against '': use isempty()", node)
      return plain === null ? null : false
    }
    const kind = typeof dynamic
    if (kind !== expected) {
      throw new Unsupported(`a dynamic ${kind} against ${type}: cast it with tostring(), tobool() or tolong()`, node)
    }
    return plainEquals(read && typeof dynamic === 'string' ? read(dynamic) : dynamic, plain)
  }
}

function dynamicEquals(node: Syntax): Equals {
  return (a, b) => {
    if ((typeof a === 'object' && a !== null) || (typeof b === 'object' && b !== null)) {
      throw new Unsupported('comparing dynamic arrays or bags', node)
    }
    return plainEquals(a, b)
  }
}

export type OrderOperator = '<' | '<=' | '>' | '>='

export function ordering(operator: OrderOperator, left: Typed, right: Typed, node: Syntax): Scalar {
  const holds = orderOf(operator)
  requireOrder(left.type, right.type, node)
  return (row, run) => {
    const a = left.evaluate(row, run)
    const b = right.evaluate(row, run)
    if (a === null || b === null) return null
    if (typeof a === 'number' && typeof b === 'number') return holds(a, b)
    throw new Unsupported(`${operator} on a dynamic ${typeof a} and ${typeof b}`, node)
  }
}

function orderOf(operator: OrderOperator): (a: number, b: number) => boolean {
  switch (operator) {
    case '<':
      return (a, b) => a < b
    case '<=':
      return (a, b) => a <= b
    case '>':
      return (a, b) => a > b
    case '>=':
      return (a, b) => a >= b
  }
}

function requireOrder(left: ColumnType, right: ColumnType, node: Syntax) {
  const isPlain = (type: ColumnType) => isNumber(type) || type === 'dynamic'
  const isTime = (type: ColumnType) => type === 'datetime' || type === 'timespan'
  const fits = (isPlain(left) && isPlain(right)) || (isTime(left) && left === right)
  if (!fits) throw new Unsupported(`ordering ${left} and ${right}`, node)
}

/** Both ends belong to the range; `(start .. 1d)` on an instant means from start to start + 1d. */
export function between(operator: string, value: Typed, low: Typed, high: Typed, node: Syntax): Scalar {
  const isInside = operator === 'between'
  const isOpenEnded = low.type === 'datetime' && high.type === 'timespan'
  requireOrder(value.type, low.type, node)
  if (!isOpenEnded) requireOrder(value.type, high.type, node)
  return (row, run) => {
    const at = value.evaluate(row, run)
    const from = low.evaluate(row, run)
    const to = high.evaluate(row, run)
    if (typeof at !== 'number' || typeof from !== 'number' || typeof to !== 'number') return null
    return (at >= from && at <= (isOpenEnded ? from + to : to)) === isInside
  }
}
