// arg_max, arg_min, take_any: cells of one row of the group. Where Kusto may choose among equals, the first row is taken.
import { toBool } from '../conversion.ts'
import { Unsupported } from '../refusal.ts'
import { compileTyped } from '../scalar.ts'
import { columnReader, type Scalar, type Scope } from '../scope.ts'
import { bare, part, type Syntax } from '../syntax.ts'
import { compareValues, type Value } from '../values.ts'
import type { Aggregate } from './aggregate.ts'

/** The row with the greatest (1) or least (-1) first argument, and from it the other arguments. */
export function best(direction: 1 | -1, args: readonly Syntax[], scope: Scope, keyNames: readonly string[]): Aggregate {
  const [first, ...others] = args
  if (!first) throw new Unsupported('arg_max without arguments', null)
  const ordered = compileTyped(expressionOf(first), scope)
  if (ordered.type === 'dynamic' || ordered.type === 'unknown')
    throw new Unsupported(`an order of ${ordered.type}`, first)
  const orderedName = ordered.node.kind === 'NameReference' ? [ordered.node.name ?? ''] : []
  const readers = others.flatMap((other) => readersOf(other, scope, [...keyNames, ...orderedName]))
  return {
    width: 1 + readers.length,
    start() {
      let isFirst = true
      let top: Value = null
      const others: Value[] = readers.map(() => null)
      return {
        add(row, run) {
          const value = ordered.evaluate(row, run)
          const isBetter = value !== null && (top === null || direction * compareValues(value, top) > 0)
          if (!isFirst && !isBetter) return
          isFirst = false
          top = value
          let index = 0
          for (const read of readers) others[index++] = read(row, run)
        },
        value: (index) => (index === 0 ? top : (others[index - 1] ?? null)),
      }
    },
  }
}

/** Any row's cells; for a single argument the first that is not null. */
export function some(
  args: readonly Syntax[],
  condition: Scalar | null,
  scope: Scope,
  keyNames: readonly string[],
): Aggregate {
  const readers = args.flatMap((arg) => readersOf(arg, scope, keyNames))
  return {
    width: readers.length,
    start() {
      let values: Value[] | null = null
      return {
        add(row, run) {
          const isSettled = values !== null && (readers.length > 1 || values[0] !== null)
          if (isSettled || (condition && toBool(condition(row, run)) !== true)) return
          values = readers.map((read) => read(row, run))
        },
        value: (index) => values?.[index] ?? null,
      }
    },
  }
}

function readersOf(node: Syntax, scope: Scope, left: readonly string[]): Scalar[] {
  if (node.kind !== 'StarExpression') return [compileTyped(expressionOf(node), scope).evaluate]
  return scope.columns
    .filter((column) => !left.includes(column.name))
    .map((column) => columnReader(column.name, column.type))
}

function expressionOf(node: Syntax): Syntax {
  return bare(node.kind === 'SimpleNamedExpression' ? part(node, 'Expression') : node)
}
