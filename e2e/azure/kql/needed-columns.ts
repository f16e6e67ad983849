// Which columns a query can still ask for once its rows are copied. Copying all fifty of an audit row made extend five times slower.
import type { Column } from './schema.ts'
import { type Syntax, walk } from './syntax.ts'
import type { Row, Value } from './values.ts'

/** Every name the query spells and every column it returns; null when it takes columns without naming them. */
export function neededColumns(root: Syntax, result: readonly Column[]): ReadonlySet<string> | null {
  const needed = new Set<string>()
  const need = (name: string) => {
    // `Id1` and `Id_string` are what a join and a union make of `Id`.
    for (const form of [name, name.replace(/\d+$/, ''), name.replace(/_[a-z]+$/, '')]) needed.add(form)
  }
  for (const node of walk(root)) {
    if (node.kind === 'StarExpression') return null
    const name = node.name ?? node.string
    if (name) need(name)
    // in (table) and toscalar(table) take the first column unnamed.
    const first = node.columns?.[0]
    if (first) need(first.name)
  }
  for (const { name } of result) need(name)
  return needed
}

/** Copies of rows with the columns that are still needed, to be filled further. */
export function copier(columns: readonly Column[], needed: ReadonlySet<string> | null) {
  const names = columns.map((column) => column.name).filter((name) => needed?.has(name) ?? true)
  return (row: Row): Record<string, Value> => {
    const copy: Record<string, Value> = {}
    for (const name of names) copy[name] = row[name] ?? null
    return copy
  }
}
