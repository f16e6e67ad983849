// Functions that choose (iff, case, coalesce) and that ask whether there is a value at all.
import { convert, toBool } from '../conversion.ts'
import { Unsupported } from '../refusal.ts'
import type { Typed } from '../scalar.ts'
import type { Scalar } from '../scope.ts'
import type { Value } from '../values.ts'
import { argument, type Build, type Call, type Catalogue, ofValues } from './call.ts'

/** One of the results, in the type the whole call has. */
function result(call: Call, { evaluate, type, node }: Typed): Scalar {
  if (type === call.type) return evaluate
  const read = convert(type, call.type, node)
  return (row, run) => read(evaluate(row, run))
}

const iff: Build = (call) => {
  const condition = argument(call, 0).evaluate
  const then = result(call, argument(call, 1))
  const otherwise = result(call, argument(call, 2))
  return (row, run) => (toBool(condition(row, run)) ? then(row, run) : otherwise(row, run))
}

const cases: Build = (call) => {
  const branches: { condition: Scalar; value: Scalar }[] = []
  for (let index = 0; index + 1 < call.args.length; index += 2) {
    branches.push({ condition: argument(call, index).evaluate, value: result(call, argument(call, index + 1)) })
  }
  const otherwise = result(call, argument(call, call.args.length - 1))
  return (row, run) => {
    for (const branch of branches) if (toBool(branch.condition(row, run))) return branch.value(row, run)
    return otherwise(row, run)
  }
}

const coalesce: Build = (call) => {
  const candidates = call.args.map((arg) => result(call, arg))
  const last: Value = call.type === 'string' ? '' : null
  return (row, run) => {
    for (const candidate of candidates) {
      const value = candidate(row, run)
      if (value !== null && value !== '') return value
    }
    return last
  }
}

const not: Build = (call) => {
  const { evaluate } = argument(call, 0)
  return (row, run) => {
    const value = toBool(evaluate(row, run))
    return value === null ? null : !value
  }
}

/** Strings are never null in Kusto: `isnull('')` is false. */
function nullTest(wanted: boolean): Build {
  return (call) => {
    const { evaluate, type, node } = argument(call, 0)
    if (type === 'unknown') throw new Unsupported('isnull of an expression without a type', node)
    return (row, run) => (evaluate(row, run) === null) === wanted
  }
}

const isEmpty = (value: Value | undefined) => value === null || value === ''

export const choiceFunctions: Catalogue = {
  iff,
  iif: iff,
  case: cases,
  coalesce,
  not,
  isnull: nullTest(true),
  isnotnull: nullTest(false),
  notnull: nullTest(false),
  isempty: ofValues((value) => isEmpty(value)),
  isnotempty: ofValues((value) => !isEmpty(value)),
  notempty: ofValues((value) => !isEmpty(value)),
  // Known to the compiler, which looks at the columns instead of calling this.
  column_ifexists: () => () => null,
  columnifexists: () => () => null,
}
