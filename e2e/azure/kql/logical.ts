// and, or: three-valued, as SQL has it. A row whose condition is null does not pass.
import { toBool } from './conversion.ts'
import type { Typed } from './scalar.ts'
import type { Scalar } from './scope.ts'

export function logical(operator: 'and' | 'or', left: Typed, right: Typed): Scalar {
  const decides = operator === 'or'
  return (row, run) => {
    const first = toBool(left.evaluate(row, run))
    if (first === decides) return decides
    const second = toBool(right.evaluate(row, run))
    if (second === decides) return decides
    return first === null || second === null ? null : !decides
  }
}
