// Arithmetic functions, and bin(), which rounds down to a multiple of anything countable.
import { Unsupported } from '../refusal.ts'
import { dayMs, type Value } from '../values.ts'
import { argument, type Build, type Catalogue, numberArgument, ofNumber } from './call.ts'

// Bins of instants are counted from the year 1, so weeks begin on a Monday; 1970 is this many days later.
const year1Ms = -719_162 * dayMs

const bin: Build = (call) => {
  const value = argument(call, 0)
  const size = argument(call, 1)
  const origin = value.type === 'datetime' ? year1Ms : 0
  if (value.type === 'dynamic' || value.type === 'string') throw new Unsupported(`bin of ${value.type}`, value.node)
  return (row, run) => {
    const at = value.evaluate(row, run)
    const by = size.evaluate(row, run)
    if (typeof at !== 'number' || typeof by !== 'number' || by <= 0) return null
    return Math.floor((at - origin) / by) * by + origin
  }
}

const round: Build = (call) => {
  const value = numberArgument(call, 0)
  const digits = call.args.length > 1 ? numberArgument(call, 1) : () => 0
  return (row, run) => {
    const number = value(row, run)
    const factor = 10 ** (digits(row, run) ?? 0)
    if (number === null) return null
    // Half away from zero, as .NET and Kusto have it; Math.round alone would send -0.5 to zero.
    return (Math.sign(number) * Math.round(Math.abs(number) * factor)) / factor
  }
}

function extreme(pick: (values: number[]) => number): Build {
  return (call) => {
    for (const { type, node } of call.args) {
      if (type === 'string' || type === 'dynamic') throw new Unsupported(`${call.node.text} of ${type}`, node)
    }
    return (row, run) => {
      const values = call.args.map((arg) => arg.evaluate(row, run)).filter((value) => typeof value === 'number')
      return values.length === 0 ? null : pick(values)
    }
  }
}

const power: Build = (call) => {
  const base = numberArgument(call, 0)
  const exponent = numberArgument(call, 1)
  return (row, run) => {
    const [a, b] = [base(row, run), exponent(row, run)]
    return a === null || b === null ? null : a ** b
  }
}

const finite = (value: number): Value => (Number.isNaN(value) ? null : value)

export const numberFunctions: Catalogue = {
  bin,
  // With two arguments floor is another name of bin; with one the binder refuses it.
  floor: bin,
  round,
  ceiling: ofNumber(Math.ceil),
  abs: ofNumber(Math.abs),
  sign: ofNumber(Math.sign),
  sqrt: ofNumber((value) => finite(Math.sqrt(value))),
  exp: ofNumber(Math.exp),
  log: ofNumber((value) => finite(Math.log(value))),
  log2: ofNumber((value) => finite(Math.log2(value))),
  log10: ofNumber((value) => finite(Math.log10(value))),
  pow: power,
  isnan: ofNumber(Number.isNaN),
  isfinite: ofNumber(Number.isFinite),
  min_of: extreme((values) => Math.min(...values)),
  max_of: extreme((values) => Math.max(...values)),
}
