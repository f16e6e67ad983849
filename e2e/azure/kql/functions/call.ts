// A call of a scalar function, and the short forms by which functions are declared.
import { toInstant, toNumber, toText } from '../conversion.ts'
import { Unsupported } from '../refusal.ts'
import type { Typed } from '../scalar.ts'
import type { ColumnType } from '../schema.ts'
import type { Run, Scalar } from '../scope.ts'
import type { Syntax } from '../syntax.ts'
import type { Row, Value } from '../values.ts'

export type Call = { node: Syntax; type: ColumnType; args: readonly Typed[] }

/** Makes the function of a row from a call; the binder has checked the number and types of the arguments. */
export type Build = (call: Call) => Scalar

export type Catalogue = Readonly<Record<string, Build>>

type Reader<T> = (row: Row, run: Run) => T

export function argument(call: Call, index: number): Typed {
  const found = call.args[index]
  if (!found) throw new Unsupported(`${call.node.text}: argument ${index + 1} is missing`, call.node)
  return found
}

/** An argument as text; dynamic ones as `tostring` has them. */
export function textArgument(call: Call, index: number): Reader<string> {
  const { evaluate, type, node } = argument(call, index)
  const read = toText(type, node)
  return (row, run) => read(evaluate(row, run))
}

export function numberArgument(call: Call, index: number): Reader<number | null> {
  const { evaluate, type } = argument(call, index)
  const read = toNumber(type, false)
  return (row, run) => read(evaluate(row, run))
}

export function instantArgument(call: Call, index: number): Reader<number | null> {
  const { evaluate, type, node } = argument(call, index)
  const read = toInstant(type, node)
  return (row, run) => read(evaluate(row, run))
}

/** An argument that must be written out in the query, e.g. a pattern or a format. */
export function literalText(call: Call, index: number): string {
  const { node } = argument(call, index)
  if (node.string === null)
    throw new Unsupported(`${call.node.text}: argument ${index + 1} must be a literal here`, node)
  return node.string
}

export function ofText(apply: (text: string) => Value): Build {
  return (call) => {
    const text = textArgument(call, 0)
    return (row, run) => apply(text(row, run))
  }
}

export function ofNumber(apply: (value: number) => Value): Build {
  return (call) => {
    const number = numberArgument(call, 0)
    return (row, run) => {
      const value = number(row, run)
      return value === null ? null : apply(value)
    }
  }
}

export function ofInstant(apply: (instant: number) => Value): Build {
  return (call) => {
    const instant = instantArgument(call, 0)
    return (row, run) => {
      const value = instant(row, run)
      return value === null ? null : apply(value)
    }
  }
}

/** A function of values as they are. */
export function ofValues(apply: (...values: Value[]) => Value): Build {
  return (call) => {
    const [first, second] = call.args
    if (first && !second) return (row, run) => apply(first.evaluate(row, run))
    return (row, run) => apply(...call.args.map((arg) => arg.evaluate(row, run)))
  }
}
