// in, !in, in~, !in~, has_any, has_all: a value against a list, a dynamic array, or the first column of a table.
import { equalsOf } from './comparison.ts'
import { toText } from './conversion.ts'
import { Unsupported } from './refusal.ts'
import type { Typed } from './scalar.ts'
import { columnReader, noRow, oncePerRun, type Run, type Scalar, type Scope } from './scope.ts'
import { hasTerm } from './string-operators.ts'
import { isConstant, listed, type Syntax } from './syntax.ts'
import { isArray, type Row, type Value } from './values.ts'

type Compile = (node: Syntax, scope: Scope) => Typed
type Members = (row: Row, run: Run) => readonly Value[]

export function membership(
  operator: string,
  left: Typed,
  list: Syntax,
  node: Syntax,
  scope: Scope,
  compile: Compile,
): Scalar {
  const items = listed(list, 'Expressions')
  const isFixed = items.every((item) => item.columns || isConstant(item))
  switch (operator) {
    case 'in':
    case '!in':
      return isIn(operator === 'in', left, items, isFixed, scope, compile)
    case 'in~':
    case '!in~': {
      const read = toText(left.type, node)
      const wanted = operator === 'in~'
      const members = lowered(membersOf(items, scope, compile), isFixed)
      return (row, run) => members(row, run).has(read(left.evaluate(row, run)).toLowerCase()) === wanted
    }
    case 'has_any':
    case 'has_all': {
      const read = toText(left.type, node)
      const members = lowered(membersOf(items, scope, compile), isFixed)
      return (row, run) => {
        const text = read(left.evaluate(row, run)).toLowerCase()
        const terms = [...members(row, run)]
        return operator === 'has_any' ? terms.some((t) => hasTerm(text, t)) : terms.every((t) => hasTerm(text, t))
      }
    }
    default:
      throw new Unsupported(`the operator ${operator}`, node)
  }
}

function isIn(
  wanted: boolean,
  left: Typed,
  items: readonly Syntax[],
  isFixed: boolean,
  scope: Scope,
  compile: Compile,
): Scalar {
  for (const item of items) {
    const type = item.columns ? (item.columns[0]?.type ?? 'unknown') : (item.type ?? 'unknown')
    if (left.type !== 'dynamic') equalsOf(left.type, type, item)
  }
  const members = membersOf(items, scope, compile)
  const fixed = oncePerRun((run) => new Set(members(noRow, run)))
  return (row, run) => {
    const value = left.evaluate(row, run)
    if (typeof value === 'object' && value !== null) throw new Unsupported('in on a dynamic array or bag', left.node)
    const all = isFixed ? fixed(run) : new Set(members(row, run))
    return all.has(value) === wanted
  }
}

/** All values on the right side: plain ones, the elements of a dynamic array, the first column of a table. */
function membersOf(items: readonly Syntax[], scope: Scope, compile: Compile): Members {
  const parts = items.map((item): Members => {
    const table = item.columns ? scope.compileTable(item, scope) : null
    const first = table?.columns[0]
    if (table && first) {
      const read = columnReader(first.name, first.type)
      return (_row, run) => Array.from(table.rows(run), (row) => read(row, run))
    }
    const { evaluate } = compile(item, scope)
    return (row, run) => {
      const value = evaluate(row, run)
      return isArray(value) ? value : [value]
    }
  })
  return (row, run) => parts.flatMap((members) => [...members(row, run)])
}

function lowered(members: Members, isFixed: boolean): (row: Row, run: Run) => Set<string> {
  const fold = (values: readonly Value[]) => new Set(values.map((value) => String(value ?? '').toLowerCase()))
  const fixed = oncePerRun((run) => fold(members(noRow, run)))
  return (row, run) => (isFixed ? fixed(run) : fold(members(row, run)))
}
