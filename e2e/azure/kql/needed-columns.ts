// Which columns a query can still ask for once its rows are copied. Copying all fifty of an audit row made extend five times slower.
import { rowCopier } from './row-builder.ts'
import type { Column } from './schema.ts'
import { type Syntax, walk } from './syntax.ts'

/** Null when every column is needed. */
export type NeededColumns = { has(column: string): boolean } | null

/** The columns whose names the query spells, and those it returns. */
export function neededColumns(root: Syntax, result: readonly Column[]): NeededColumns {
  const stems = new Set(result.map(({ name }) => stemOf(name)))
  for (const node of walk(root)) {
    // arg_max(*) and the like take columns without naming them.
    if (node.kind === 'StarExpression') return null
    const name = node.name ?? node.string
    if (name) stems.add(stemOf(name))
    // in (table) and toscalar(table) take the first column unnamed.
    const first = node.columns?.[0]
    if (first) stems.add(stemOf(first.name))
  }
  return { has: (column) => stems.has(stemOf(column)) }
}

/** `Id1` and `Id_string` are what a join and a union make of `Id`. */
function stemOf(name: string): string {
  return name.replace(/(\d|_(string|long|int|real|bool|datetime|timespan|dynamic|guid))+$/, '')
}

/** Copies rows with the columns that are still needed. */
export function copier(columns: readonly Column[], needed: NeededColumns) {
  return rowCopier(columns.map((column) => column.name).filter((name) => needed?.has(name) ?? true))
}
