// Rows of a fixed shape, and cells read from them. The code is written out per query, one object literal per kind of row:
// a row filled key by key, and read through one function for all names, took three times as long.
import { Unsupported } from './refusal.ts'
import type { Run, Scalar } from './scope.ts'
import type { Row, Value } from './values.ts'

/** What a column is filled with, from the row before it unless it is made of something else. */
export type Fill<From = Row, Beside = Run> = { name: string; read: (from: From, beside: Beside) => Value }

export type RowBuilder<From = Row, Beside = Run> = (from: From, beside: Beside) => Record<string, Value>

export function rowBuilder<From = Row, Beside = Run>(fills: readonly Fill<From, Beside>[]): RowBuilder<From, Beside> {
  const cells = new Map(fills.map(({ name, read }) => [name, read]))
  const literal = [...cells.keys()].map((name, index) => `${quoted(name)}: read${index}(from, beside)`)
  const names = literal.map((_, index) => `read${index}`)
  return new Function(...names, `return (from, beside) => ({ ${literal.join(', ')} })`)(...cells.values())
}

/** Fills further cells of a row that was `made` from another, and returns it. */
export function rowFiller(fills: readonly Fill[]): (made: Record<string, Value>, from: Row, run: Run) => Row {
  const cells = new Map(fills.map(({ name, read }) => [name, read]))
  const stores = [...cells.keys()].map((name, index) => `made[${quoted(name)}] = read${index}(from, run)`)
  const names = stores.map((_, index) => `read${index}`)
  return new Function(...names, `return (made, from, run) => { ${stores.join('; ')}; return made }`)(...cells.values())
}

/** Copies rows with some of their columns, to be filled further. */
export function rowCopier(names: readonly string[]): (row: Row) => Record<string, Value> {
  const literal = names.map((name) => `${quoted(name)}: row[${quoted(name)}] ?? null`)
  return new Function(`return (row) => ({ ${literal.join(', ')} })`)()
}

/** Reads one column; `missing` stands for an absent or null cell. */
export function cellReader(name: string, missing: Value): Scalar {
  return new Function('missing', `return (row) => row[${quoted(name)}] ?? missing`)(missing)
}

function quoted(name: string): string {
  // In an object literal this one name would not make a column.
  if (name === '__proto__') throw new Unsupported('a column named __proto__', null)
  return JSON.stringify(name)
}
