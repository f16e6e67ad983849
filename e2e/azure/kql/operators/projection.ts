// extend, project and its relatives. Which column an expression fills is read from the binder's list of columns.
import { copier } from '../needed-columns.ts'
import { Unsupported } from '../refusal.ts'
import { type Fill, type RowBuilder, rowBuilder, rowFiller } from '../row-builder.ts'
import { compileScalar } from '../scalar.ts'
import { columnReader, type Scope, type Table } from '../scope.ts'
import { bare, listed, part, type Syntax } from '../syntax.ts'
import { columnsOf, namesOf } from './columns.ts'
import { mapRows } from './row-stream.ts'

/** The name an expression was given in the query, and the expression itself. */
export function unnamed(node: Syntax): { name: string | null; expression: Syntax } {
  if (node.kind === 'CompoundNamedExpression') throw new Unsupported('several names for one expression', node)
  if (node.kind !== 'SimpleNamedExpression') return { name: null, expression: node }
  return { name: part(node, 'Name').name, expression: part(node, 'Expression') }
}

export function projected(node: Syntax, input: Table, scope: Scope): Table['rows'] {
  const columns = columnsOf(node)
  const expressions = listed(node, 'Expressions')
  if (columns.length !== expressions.length) throw new Unsupported('an expression that yields several columns', node)
  const fills = columns.map((column, index): Fill => {
    const { expression } = unnamed(expressions[index] ?? node)
    return { name: column.name, read: compileScalar(expression, scope) }
  })
  return mapped(input, rowBuilder(fills))
}

export function extended(node: Syntax, input: Table, scope: Scope): Table['rows'] {
  const known = new Set(namesOf(input.columns))
  const expressions = listed(node, 'Expressions').map(unnamed)
  const given = new Set(expressions.map(({ name, expression }) => name ?? plainName(expression)))
  // The binder appends the columns of nameless expressions in their order.
  const invented = namesOf(columnsOf(node)).filter((name) => !known.has(name) && !given.has(name))
  const fills = expressions.map(({ name, expression }): Fill => {
    const target = name ?? plainName(expression) ?? invented.shift()
    if (!target) throw new Unsupported('an extend whose column has no name', expression)
    return { name: target, read: compileScalar(expression, scope) }
  })
  if (invented.length > 0) throw new Unsupported('an expression that yields several columns', node)
  const copy = copier(input.columns, scope.needed)
  const fill = rowFiller(fills)
  // All expressions see the row as it came, so it can be filled in place only with what is new.
  const isInPlace = input.isFresh && fills.every(({ name }) => !known.has(name))
  return mapped(input, (row, run) => fill(isInPlace ? row : copy(row), row, run))
}

/** `extend A` names its column A. */
function plainName(expression: Syntax): string | null {
  const node = bare(expression)
  return node.kind === 'NameReference' ? node.name : null
}

/** project-away, project-keep, project-reorder: the columns that are left, as they were. */
export function chosen(node: Syntax, input: Table): Table['rows'] {
  return mapped(input, rowBuilder(columnsOf(node).map(({ name, type }) => ({ name, read: columnReader(name, type) }))))
}

export function renamed(node: Syntax, input: Table): Table['rows'] {
  const columns = columnsOf(node)
  if (columns.length !== input.columns.length) throw new Unsupported('a rename that drops a column', node)
  const fills = columns.map((column, index): Fill => {
    const before = input.columns[index] ?? column
    return { name: column.name, read: columnReader(before.name, before.type) }
  })
  return mapped(input, rowBuilder(fills))
}

function mapped(input: Table, change: RowBuilder): Table['rows'] {
  return (run) => mapRows(input.rows(run), (row) => change(row, run))
}
