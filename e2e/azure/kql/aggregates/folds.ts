// Aggregates over one value a row. An empty group has a sum of 0, an average of NaN, no least or greatest, and empty sets.
import { identityOf, isNumber, toElement } from '../conversion.ts'
import { isLiteral, literalValue } from '../literals.ts'
import { Unsupported } from '../refusal.ts'
import type { Typed } from '../scalar.ts'
import { bare, type Syntax } from '../syntax.ts'
import { compareValues, isBag, type Value } from '../values.ts'

export type Fold = { add(value: Value): void; value(): Value }

/** Chosen once per query from the type of the first argument and the other arguments. */
export type FoldOf = (typed: Typed, others: readonly Syntax[]) => () => Fold

export const folds: Readonly<Record<string, FoldOf>> = {
  dcount: () => distinctCount,
  count_distinct: () => distinctCount,
  sum: (typed) => requireSum(typed, sum),
  avg: (typed) => requireSum(typed, average),
  min: (typed) => requireOrder(typed, () => extreme(-1)),
  max: (typed) => requireOrder(typed, () => extreme(1)),
  make_set: (typed, others) => gathered(typed, others, true),
  make_list: (typed, others) => gathered(typed, others, false),
  make_bag: () => mergedBag,
  percentile: (typed, others) => requireOrder(typed, percentile(typed, others)),
}

/** Exact, where Kusto estimates: right within the error it documents. */
function distinctCount(): Fold {
  const seen = new Set<unknown>()
  return { add: (value) => seen.add(identityOf(value)), value: () => seen.size }
}

function sum(): Fold {
  let total = 0
  return {
    add(value) {
      if (typeof value === 'number') total += value
    },
    value: () => total,
  }
}

function average(): Fold {
  let total = 0
  let count = 0
  return {
    add(value) {
      if (typeof value !== 'number') return
      total += value
      count++
    },
    value: () => total / count,
  }
}

function extreme(direction: 1 | -1): Fold {
  let best: Value = null
  return {
    add(value) {
      if (best === null || direction * compareValues(value, best) > 0) best = value
    },
    value: () => best,
  }
}

function gathered(typed: Typed, [limitNode]: readonly Syntax[], isSet: boolean): () => Fold {
  const read = toElement(typed.type)
  const limit = limitNode ? literalNumber(limitNode) : 1_048_576
  return () => {
    const seen = new Set<unknown>()
    const members: Value[] = []
    return {
      add(value) {
        if (members.length >= limit) return
        const element = read(value)
        if (isSet) {
          const identity = identityOf(element)
          if (seen.has(identity)) return
          seen.add(identity)
        }
        members.push(element)
      },
      value: () => members,
    }
  }
}

function mergedBag(): Fold {
  let bag: Record<string, Value> = {}
  return {
    add(value) {
      if (isBag(value)) bag = { ...value, ...bag }
    },
    value: () => bag,
  }
}

/** Nearest rank, which is exact for the groups that Kusto does not have to estimate. */
function percentile(typed: Typed, [rankNode]: readonly Syntax[]): () => Fold {
  if (!rankNode || !isNumber(typed.type)) throw new Unsupported(`a percentile of ${typed.type}`, typed.node)
  const rank = literalNumber(rankNode)
  return () => {
    const values: number[] = []
    return {
      add(value) {
        if (typeof value === 'number') values.push(value)
      },
      value() {
        values.sort((a, b) => a - b)
        return values[Math.max(0, Math.ceil((rank / 100) * values.length) - 1)] ?? null
      },
    }
  }
}

function literalNumber(node: Syntax): number {
  const literal = bare(node)
  const value = isLiteral(literal) ? literalValue(literal) : null
  if (typeof value !== 'number') throw new Unsupported('an argument that is no literal number', node)
  return value
}

function requireSum(typed: Typed, start: () => Fold): () => Fold {
  if (!isNumber(typed.type) && typed.type !== 'timespan') throw new Unsupported(`a sum of ${typed.type}`, typed.node)
  return start
}

function requireOrder(typed: Typed, start: () => Fold): () => Fold {
  if (typed.type === 'dynamic' || typed.type === 'unknown')
    throw new Unsupported(`an order of ${typed.type}`, typed.node)
  return start
}
