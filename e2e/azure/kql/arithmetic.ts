// + - * / % on numbers, instants and lengths of time. Null in, null out.
import { isNumber } from './conversion.ts'
import { Unsupported } from './refusal.ts'
import type { Typed } from './scalar.ts'
import type { Scalar } from './scope.ts'
import type { Syntax } from './syntax.ts'

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%'

export function arithmetic(operator: ArithmeticOperator, left: Typed, right: Typed, node: Syntax): Scalar {
  for (const side of [left, right]) {
    const isCountable = isNumber(side.type) || ['datetime', 'timespan', 'dynamic'].includes(side.type)
    if (!isCountable) throw new Unsupported(`${operator} on ${side.type}`, side.node)
  }
  const apply = operation(operator, left, right, node)
  return (row, run) => {
    const a = left.evaluate(row, run)
    const b = right.evaluate(row, run)
    return typeof a === 'number' && typeof b === 'number' ? apply(a, b) : null
  }
}

export function negative(operand: Typed): Scalar {
  if (!isNumber(operand.type) && operand.type !== 'timespan')
    throw new Unsupported(`- on ${operand.type}`, operand.node)
  return (row, run) => {
    const value = operand.evaluate(row, run)
    return typeof value === 'number' ? -value : null
  }
}

function operation(operator: ArithmeticOperator, left: Typed, right: Typed, node: Syntax) {
  switch (operator) {
    case '+':
      return (a: number, b: number) => a + b
    case '-':
      return (a: number, b: number) => a - b
    case '*':
      return (a: number, b: number) => a * b
    case '/': {
      const isWhole = [left, right].every((side) => side.type === 'long' || side.type === 'int')
      if (left.type === 'dynamic' || right.type === 'dynamic') {
        throw new Unsupported('/ on dynamic: cast it with tolong() or toreal()', node)
      }
      return isWhole ? (a: number, b: number) => (b === 0 ? null : Math.trunc(a / b)) : (a: number, b: number) => a / b
    }
    case '%':
      return (a: number, b: number) => {
        if (a < 0 || b < 0) throw new Unsupported('% of a negative number', node)
        return b === 0 ? null : a % b
      }
  }
}
