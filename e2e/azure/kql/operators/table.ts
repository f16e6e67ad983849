// A tabular expression: where its rows come from, and the operators they pass. Rows flow one by one wherever an operator lets them.
import { literalValue } from '../literals.ts'
import { Unsupported } from '../refusal.ts'
import type { Row, Value } from '../values.ts'
import { compileScalar } from '../scalar.ts'
import { noRow, oncePerRun, type Scope, type Table } from '../scope.ts'
import { bare, listed, part, type Syntax } from '../syntax.ts'
import { columnsOf, namesOf } from './columns.ts'
import { joined, lookedUp } from './join.ts'
import { expanded } from './mv-expand.ts'
import { sorted, top } from './ordering.ts'
import { chosen, extended, projected, renamed } from './projection.ts'
import { filterRows } from './row-stream.ts'
import { distinct, summarized } from './summarize.ts'
import { united } from './union.ts'

/** Makes the rows of an operator from the rows before it. `scope` already has the columns of that input. */
export type Operator = (node: Syntax, input: Table, scope: Scope) => Table['rows']

const operators: Readonly<Record<string, Operator>> = {
  FilterOperator: filtered,
  ExtendOperator: extended,
  ProjectOperator: projected,
  ProjectAwayOperator: chosen,
  ProjectKeepOperator: chosen,
  ProjectReorderOperator: chosen,
  ProjectRenameOperator: renamed,
  DistinctOperator: distinct,
  SummarizeOperator: summarized,
  JoinOperator: joined,
  LookupOperator: lookedUp,
  UnionOperator: (node, input, scope) => united(node, input, scope),
  MvExpandOperator: expanded,
  SortOperator: sorted,
  TopOperator: top,
  TakeOperator: taken,
  CountOperator: counted,
  SerializeOperator: serialized,
}

/** Operators that yield rows as they got them. */
const handsOn: ReadonlySet<string> = new Set([
  'FilterOperator',
  'LookupOperator',
  'SerializeOperator',
  'SortOperator',
  'TakeOperator',
  'TopOperator',
])

export function compileTable(expression: Syntax, scope: Scope): Table {
  const node = bare(expression)
  switch (node.kind) {
    case 'PipeExpression': {
      const input = compileTable(part(node, 'Expression'), scope)
      const operator = part(node, 'Operator')
      const compile = operators[operator.kind]
      if (!compile) throw new Unsupported(`the operator ${operator.text.split(/\s/)[0]}`, operator)
      // A join may hand on rows of its other side, whatever became of this one.
      const isFresh = operator.kind !== 'JoinOperator' && (input.isFresh || !handsOn.has(operator.kind))
      return {
        columns: columnsOf(operator),
        isFresh,
        rows: compile(operator, input, { ...scope, columns: input.columns }),
      }
    }
    case 'NameReference':
      return named(node, scope)
    case 'UnionOperator':
      return { columns: columnsOf(node), isFresh: true, rows: united(node, null, scope) }
    case 'PrintOperator':
      return printed(node, scope)
    case 'DataTableExpression':
      return written(node)
    case 'MaterializeExpression': {
      const table = compileTable(part(node, 'Expression'), scope)
      return { columns: table.columns, isFresh: false, rows: oncePerRun((run) => [...table.rows(run)]) }
    }
  }
  throw new Unsupported(`the table ${node.kind}`, node)
}

function named(node: Syntax, scope: Scope): Table {
  const name = node.symbol?.name ?? ''
  const bound = scope.lets.get(name)
  if (bound?.kind === 'table') return bound.table
  const declared = node.symbol?.kind === 'TableSymbol' ? scope.tableNamed(name) : undefined
  if (!declared) throw new Unsupported(`the table ${node.text}`, node)
  return { columns: declared.columns, isFresh: false, rows: (run) => run.source.rows(declared.name, scope.needed) }
}

function filtered(node: Syntax, input: Table, scope: Scope): Table['rows'] {
  const condition = compileScalar(part(node, 'Condition'), scope)
  return (run) => filterRows(input.rows(run), (row) => condition(row, run) === true)
}

function taken(node: Syntax, input: Table, scope: Scope): Table['rows'] {
  const limit = compileScalar(part(node, 'Expression'), scope)
  return function* (run) {
    let left = Number(limit(noRow, run))
    if (left <= 0) return
    for (const row of input.rows(run)) {
      yield row
      if (--left === 0) return
    }
  }
}

function counted(_node: Syntax, input: Table): Table['rows'] {
  return (run) => {
    let count = 0
    for (const _ of input.rows(run)) count++
    return [{ Count: count }]
  }
}

function serialized(node: Syntax, input: Table): Table['rows'] {
  if (listed(node, 'Expressions').length > 0) throw new Unsupported('serialize with new columns', node)
  return input.rows
}

function printed(node: Syntax, scope: Scope): Table {
  const columns = columnsOf(node)
  const input: Table = { columns: [], isFresh: false, rows: () => [noRow] }
  return { columns, isFresh: true, rows: projected(node, input, { ...scope, columns: [] }) }
}

/** `datatable(a: string)["x"]`. */
function written(node: Syntax): Table {
  const columns = columnsOf(node)
  const cells = listed(node, 'Values').map((cell) => literalValue(cell))
  const rows: Row[] = []
  for (let at = 0; at < cells.length; at += columns.length) {
    const row: Record<string, Value> = {}
    for (const [index, name] of namesOf(columns).entries()) row[name] = cells[at + index] ?? null
    rows.push(row)
  }
  return { columns, isFresh: false, rows: () => rows }
}
