// union: rows of several tables under one another. A name that two tables type differently becomes two columns.
import { Unsupported } from '../refusal.ts'
import { type Fill, rowBuilder } from '../row-builder.ts'
import type { Column } from '../schema.ts'
import { columnReader, type Scope, type Table } from '../scope.ts'
import { bare, listed, parametersOf, type Syntax } from '../syntax.ts'
import { columnsOf } from './columns.ts'
import { mapRows } from './row-stream.ts'

export function united(node: Syntax, input: Table | null, scope: Scope): Table['rows'] {
  const columns = columnsOf(node)
  const parameters = parametersOf(node)
  const sourceColumn = parameters.get('withsource') ?? null
  const legs = listed(node, 'Expressions').map((leg, index) => {
    if (leg.kind === 'WildcardedNameReference') throw new Unsupported('union of tables by a wildcard', leg)
    const inner = bare(leg)
    const isTable = inner.kind === 'NameReference'
    return {
      source: isTable ? inner.text : `union_arg${index + (input ? 1 : 0)}`,
      table: scope.compileTable(leg, scope),
    }
  })
  if (input) legs.unshift({ source: 'union_arg0', table: input })
  const parts = legs.map(({ source, table }): Table['rows'] => {
    const fills = fillsOf(columns, table, node)
    const isAsItIs = table.isFresh && sourceColumn === null && fills.every(({ name, from }) => name === from)
    if (isAsItIs && fills.length === table.columns.length) return table.rows
    const change = rowBuilder(sourceColumn === null ? fills : [{ name: sourceColumn, read: () => source }, ...fills])
    return (run) => mapRows(table.rows(run), (row) => change(row, run))
  })
  return function* (run) {
    for (const rows of parts) yield* rows(run)
  }
}

/** How the columns of a union are filled from one of its tables, each from the column `from`. */
function fillsOf(columns: readonly Column[], table: Table, node: Syntax): (Fill & { from: string })[] {
  const fills: (Fill & { from: string })[] = []
  for (const { name, type } of table.columns) {
    const target =
      columns.find((column) => column.name === name && column.type === type) ??
      columns.find((column) => column.name === `${name}_${type}`)
    if (target) fills.push({ name: target.name, from: name, read: columnReader(name, type) })
    // kind=inner leaves out what not every table has; anything else that vanishes would be a wrong answer.
    else if (parametersOf(node).get('kind') !== 'inner') throw new Unsupported(`the column ${name} of a union`, node)
  }
  return fills
}
