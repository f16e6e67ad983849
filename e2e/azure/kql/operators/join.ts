// join and lookup. Keys match by equality, so a null key matches nothing; '' is a key like any other.
import { copier } from '../needed-columns.ts'
import { Unsupported } from '../refusal.ts'
import type { Column, ColumnType } from '../schema.ts'
import { columnReader, noRow, type Run, type Scalar, type Scope, type Table } from '../scope.ts'
import { bare, listed, parametersOf, part, type Syntax } from '../syntax.ts'
import type { Row } from '../values.ts'
import { columnsOf } from './columns.ts'

type Key = { left: Scalar; right: Scalar; rightName: string }

export function joined(node: Syntax, input: Table, scope: Scope): Table['rows'] {
  const kind = parametersOf(node).get('kind') ?? 'innerunique'
  const right = scope.compileTable(part(node, 'Expression'), scope)
  const keys = keysOf(node, input, right)
  const columns = columnsOf(node)
  const copy = copier(input.columns, scope.needed)
  switch (kind) {
    case 'inner':
    case 'innerunique':
    case 'leftouter':
    case 'rightouter':
    case 'fullouter':
      return paired(kind, input, right, keys, renaming(columns, input, right.columns, node), copy)
    case 'leftsemi':
      return matching(input, right, keys.map(mirrored), true)
    case 'leftanti':
    case 'anti':
    case 'leftantisemi':
      return matching(input, right, keys.map(mirrored), false)
    case 'rightsemi':
      return matching(right, input, keys, true)
    case 'rightanti':
    case 'rightantisemi':
      return matching(right, input, keys, false)
    default:
      throw new Unsupported(`join kind=${kind}`, node)
  }
}

/** Like an outer join to a small table, without the right side's keys. */
export function lookedUp(node: Syntax, input: Table, scope: Scope): Table['rows'] {
  const kind = parametersOf(node).get('kind') ?? 'leftouter'
  if (kind !== 'leftouter' && kind !== 'inner') throw new Unsupported(`lookup kind=${kind}`, node)
  const right = scope.compileTable(part(node, 'Expression'), scope)
  const keys = keysOf(node, input, right)
  const dropped = new Set(keys.map((key) => key.rightName))
  const kept = right.columns.filter((column) => !dropped.has(column.name))
  const copy = copier(input.columns, scope.needed)
  return paired(kind, input, right, keys, renaming(columnsOf(node), input, kept, node), copy)
}

type Rename = { name: string; read: Scalar }

type Copy = ReturnType<typeof copier>

/** The right side's columns under the names the binder gave them, e.g. `Id1`. */
function renaming(columns: readonly Column[], left: Table, right: readonly Column[], node: Syntax): Rename[] {
  if (columns.length !== left.columns.length + right.length) throw new Unsupported('the columns of this join', node)
  return right.map(({ name, type }, index) => {
    const column = columns[left.columns.length + index]
    return { name: column?.name ?? name, read: columnReader(name, type) }
  })
}

type Kind = 'inner' | 'innerunique' | 'leftouter' | 'rightouter' | 'fullouter'

function paired(
  kind: Kind,
  left: Table,
  right: Table,
  keys: readonly Key[],
  renames: readonly Rename[],
  copy: Copy,
): Table['rows'] {
  const keepsLeft = kind === 'leftouter' || kind === 'fullouter'
  const keepsRight = kind === 'rightouter' || kind === 'fullouter'
  return function* (run) {
    const matches = indexed(
      right.rows(run),
      keys.map((key) => key.right),
      run,
    )
    const used = new Set<string>()
    for (const row of left.rows(run)) {
      const key = keyOf(
        row,
        keys.map((key) => key.left),
        run,
      )
      const found = key === null ? undefined : matches.byKey.get(key)
      // innerunique takes one left row per key; which one is Kusto's choice, here the first.
      if (kind === 'innerunique' && key !== null && used.has(key)) continue
      if (key !== null) used.add(key)
      if (found) for (const other of found) yield merged(row, other)
      else if (keepsLeft) yield row
    }
    if (!keepsRight) return
    for (const [key, rows] of matches.byKey) if (!used.has(key)) for (const other of rows) yield merged(noRow, other)
    for (const other of matches.withoutKey) yield merged(noRow, other)

    function merged(row: Row, other: Row): Row {
      const made = copy(row)
      for (const { name, read } of renames) made[name] = read(other, run)
      return made
    }
  }
}

/** The rows of one table that do, or do not, have a partner in the other. Keys: `right` reads the kept table. */
function matching(kept: Table, other: Table, keys: readonly Key[], wanted: boolean): Table['rows'] {
  return function* (run) {
    const partners = indexed(
      other.rows(run),
      keys.map((key) => key.left),
      run,
    ).byKey
    for (const row of kept.rows(run)) {
      const key = keyOf(
        row,
        keys.map((key) => key.right),
        run,
      )
      if ((key !== null && partners.has(key)) === wanted) yield row
    }
  }
}

const mirrored = (key: Key): Key => ({ ...key, left: key.right, right: key.left })

function indexed(rows: Iterable<Row>, readers: readonly Scalar[], run: Run) {
  const byKey = new Map<string, Row[]>()
  const withoutKey: Row[] = []
  for (const row of rows) {
    const key = keyOf(row, readers, run)
    if (key === null) withoutKey.push(row)
    else {
      const rows = byKey.get(key)
      if (rows) rows.push(row)
      else byKey.set(key, [row])
    }
  }
  return { byKey, withoutKey }
}

function keyOf(row: Row, readers: readonly Scalar[], run: Run): string | null {
  const [only] = readers
  if (only && readers.length === 1) {
    const value = only(row, run)
    return value === null ? null : String(value)
  }
  const values = readers.map((read) => read(row, run))
  return values.includes(null) ? null : JSON.stringify(values)
}

/** `on A`, `on $left.A == $right.B`, several of them with commas or `and`. */
function keysOf(node: Syntax, left: Table, right: Table): Key[] {
  const clause = node.parts.ConditionClause ?? node.parts.LookupClause
  if (clause?.kind !== 'JoinOnClause') throw new Unsupported('a join without on', node)
  return listed(clause, 'Expressions')
    .flatMap((expression) => conditions(bare(expression)))
    .map((condition) => {
      if (condition.kind === 'NameReference') return keyPair(condition.name, condition.name, left, right, condition)
      if (condition.kind !== 'EqualExpression') throw new Unsupported('a join on anything but ==', condition)
      const sides = [sideOf(bare(part(condition, 'Left'))), sideOf(bare(part(condition, 'Right')))]
      const name = (side: string) => sides.find((candidate) => candidate.side === side)?.name ?? null
      return keyPair(name('$left'), name('$right'), left, right, condition)
    })
}

function conditions(node: Syntax): Syntax[] {
  if (node.kind !== 'AndExpression') return [node]
  return [...conditions(bare(part(node, 'Left'))), ...conditions(bare(part(node, 'Right')))]
}

function sideOf(node: Syntax): { side: string; name: string | null } {
  const owner = node.parts.Expression?.name ?? ''
  if (node.kind !== 'PathExpression' || !owner.startsWith('$'))
    throw new Unsupported('a join key that is no column', node)
  return { side: owner, name: part(node, 'Selector').name }
}

function keyPair(leftName: string | null, rightName: string | null, left: Table, right: Table, node: Syntax): Key {
  const leftColumn = left.columns.find((column) => column.name === leftName)
  const rightColumn = right.columns.find((column) => column.name === rightName)
  if (!leftColumn || !rightColumn) throw new Unsupported(`the join key ${node.text}`, node)
  const joinable = (type: ColumnType) => type !== 'dynamic' && type !== 'unknown'
  const isNumeric = (type: ColumnType) => type === 'long' || type === 'int'
  const fits = leftColumn.type === rightColumn.type || (isNumeric(leftColumn.type) && isNumeric(rightColumn.type))
  if (!fits || !joinable(leftColumn.type)) {
    throw new Unsupported(`a join of ${leftColumn.type} with ${rightColumn.type}`, node)
  }
  return {
    left: columnReader(leftColumn.name, leftColumn.type),
    right: columnReader(rightColumn.name, rightColumn.type),
    rightName: rightColumn.name,
  }
}
