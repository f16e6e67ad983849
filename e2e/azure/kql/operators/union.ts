// union: rows of several tables under one another. A name that two tables type differently becomes two columns.
import { Unsupported } from '../refusal.ts'
import { type Fill, rowBuilder } from '../row-builder.ts'
import type { Column } from '../schema.ts'
import { columnReader, type Scope, type Table } from '../scope.ts'
import { bare, listed, parametersOf, type Syntax } from '../syntax.ts'
import { columnsOf } from './columns.ts'

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
  const parts = legs.map(({ source, table }) => ({
    table,
    map: rowBuilder(fillsOf(columns, table, sourceColumn, source, node)),
  }))
  return function* (run) {
    for (const { table, map } of parts) for (const row of table.rows(run)) yield map(row, run)
  }
}

function fillsOf(
  columns: readonly Column[],
  table: Table,
  sourceColumn: string | null,
  source: string,
  node: Syntax,
): Fill[] {
  const fills: Fill[] = sourceColumn ? [{ name: sourceColumn, read: () => source }] : []
  for (const { name, type } of table.columns) {
    const target =
      columns.find((column) => column.name === name && column.type === type) ??
      columns.find((column) => column.name === `${name}_${type}`)
    if (target) fills.push({ name: target.name, read: columnReader(name, type) })
    // kind=inner leaves out what not every table has; anything else that vanishes would be a wrong answer.
    else if (parametersOf(node).get('kind') !== 'inner') throw new Unsupported(`the column ${name} of a union`, node)
  }
  return fills
}
