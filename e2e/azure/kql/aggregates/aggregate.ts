// What an aggregate function is: something that is started per group, fed rows, and read once.
import { toBool } from '../conversion.ts'
import { Unsupported } from '../refusal.ts'
import { compileTyped } from '../scalar.ts'
import type { Run, Scalar, Scope } from '../scope.ts'
import { listed, part, type Syntax } from '../syntax.ts'
import type { Row, Value } from '../values.ts'
import { best, some } from './chosen-row.ts'
import { type FoldOf, folds } from './folds.ts'

/** `value` tells what goes into the column with that index, among those it fills. */
export type Accumulator = { add(row: Row, run: Run): void; value(index: number): Value }

/** `width`: how many columns it fills. */
export type Aggregate = { width: number; start(): Accumulator }

/** The aggregate a call stands for, or null when it is no aggregate function. `keyNames`: what the rows are grouped by. */
export function aggregateOf(call: Syntax, outer: Scope, keyNames: readonly string[]): Aggregate | null {
  const { aggregate: _, ...scope } = outer
  const name = part(call, 'Name').name ?? ''
  const args = listed(part(call, 'ArgumentList'), 'Expressions')
  switch (name) {
    case 'count':
      return counted(null)
    case 'countif':
      return counted(conditionOf(args[0], scope, call))
    case 'arg_max':
      return best(1, args, scope, keyNames)
    case 'arg_min':
      return best(-1, args, scope, keyNames)
    case 'take_any':
    case 'any':
      return some(args, null, scope, keyNames)
    case 'take_anyif':
    case 'anyif':
      return some(args.slice(0, 1), conditionOf(args[1], scope, call), scope, keyNames)
  }
  const plain = folds[name]
  if (plain) return folded(plain, args, null, scope, call)
  const conditional = name.endsWith('if') ? folds[name.replace(/_?if$/, '')] : undefined
  if (!conditional) return null
  return folded(conditional, args.toSpliced(1, 1), conditionOf(args[1], scope, call), scope, call)
}

function conditionOf(node: Syntax | undefined, scope: Scope, call: Syntax): Scalar {
  if (!node) throw new Unsupported(`${call.text} without a condition`, call)
  return compileTyped(node, scope).evaluate
}

function counted(condition: Scalar | null): Aggregate {
  return {
    width: 1,
    start() {
      let count = 0
      return {
        add(row, run) {
          if (!condition || toBool(condition(row, run)) === true) count++
        },
        value: () => count,
      }
    },
  }
}

/** Nulls are left out, as Kusto's aggregates do. */
function folded(of: FoldOf, args: readonly Syntax[], condition: Scalar | null, scope: Scope, call: Syntax): Aggregate {
  const [first, ...others] = args
  if (!first) throw new Unsupported(`${call.text} without arguments`, call)
  const typed = compileTyped(first, scope)
  const startFold = of(typed, others)
  return {
    width: 1,
    start() {
      const fold = startFold()
      return {
        add(row, run) {
          if (condition && toBool(condition(row, run)) !== true) return
          const value = typed.evaluate(row, run)
          if (value !== null) fold.add(value)
        },
        value: fold.value,
      }
    },
  }
}
