// What an expression can see while it is compiled, and what a compiled one gets when it runs.
import type { NeededColumns } from './needed-columns.ts'
import { cellReader } from './row-builder.ts'
import type { Column, ColumnType } from './schema.ts'
import type { Syntax } from './syntax.ts'
import type { Row, Value } from './values.ts'

/** What one run of a query reads from. */
export type Source = {
  /** The rows of a table. Columns that are not needed may be left out of them; null needs all. */
  rows(table: string, needed: NeededColumns): Iterable<Row>
  now: Date
}

export type Run = {
  source: Source
  /** Milliseconds since 1970. */
  now: number
  /** The open instants of the query by their place in it. */
  instants: ReadonlyMap<number, number>
}

export type Scalar = (row: Row, run: Run) => Value

export type Table = {
  columns: readonly Column[]
  rows(run: Run): Iterable<Row>
  /** True when every run makes its rows anew and hands each to one reader, who may then fill in more columns. */
  isFresh: boolean
}

export type Let = { kind: 'scalar'; scalar: Scalar; type: ColumnType } | { kind: 'table'; table: Table }

export type Scope = {
  /** Columns of the row an expression is evaluated on. */
  columns: readonly Column[]
  lets: ReadonlyMap<string, Let>
  /** The declared table behind a name as the query spells it. */
  tableNamed(name: string): { name: string; columns: readonly Column[] } | undefined
  expandLimit: number
  /** Columns a copied row must keep; null for all. */
  needed: NeededColumns
  compileTable(node: Syntax, scope: Scope): Table
  /** Set inside `summarize`: takes over the calls of aggregate functions. */
  aggregate?: (call: Syntax) => Scalar | null
}

/** Computes once a run. */
export function oncePerRun<T>(compute: (run: Run) => T): (run: Run) => T {
  const results = new WeakMap<Run, { value: T }>()
  return (run) => {
    const known = results.get(run)
    if (known) return known.value
    const value = compute(run)
    results.set(run, { value })
    return value
  }
}

export const noRow: Row = {}

/** The value a column has in a row; an absent cell is '' in a string column and null in any other. */
export function columnReader(name: string, type: ColumnType): Scalar {
  return cellReader(name, type === 'string' ? '' : null)
}
