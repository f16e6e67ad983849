// mv-expand: one row per element of an array, or per pair of a bag.
import { convert } from '../conversion.ts'
import { copier } from '../needed-columns.ts'
import { Unsupported } from '../refusal.ts'
import { compileScalar, compileTyped } from '../scalar.ts'
import { columnType, type ColumnType } from '../schema.ts'
import { noRow, type Scope, type Table } from '../scope.ts'
import { bare, listed, parametersOf, part, type Syntax } from '../syntax.ts'
import { isArray, isBag, type Value } from '../values.ts'
import { columnsOf, namesOf } from './columns.ts'
import { unnamed } from './projection.ts'

export function expanded(node: Syntax, input: Table, scope: Scope): Table['rows'] {
  const parameters = parametersOf(node)
  const bagsAsPairs = parameters.get('bagexpansion') === 'array' || parameters.get('kind') === 'array'
  const indexColumn = parameters.get('with_itemindex') ?? null
  const known = new Set(namesOf(input.columns))
  const names = namesOf(columnsOf(node)).filter((name) => name !== indexColumn)
  const expressions = listed(node, 'Expressions').map((item) => {
    const { name, expression } = unnamed(part(item, 'Expression'))
    const typed = compileTyped(expression, scope)
    if (typed.type !== 'dynamic') throw new Unsupported(`mv-expand of ${typed.type}`, expression)
    const inner = bare(expression)
    return { target: name ?? (inner.kind === 'NameReference' ? inner.name : null), typed, read: elementReader(item) }
  })
  const given = new Set(expressions.map(({ target }) => target))
  const invented = names.filter((name) => !known.has(name) && !given.has(name))
  const fills = expressions.map(({ target, typed, read }) => {
    const name = target ?? invented.shift()
    if (!name) throw new Unsupported('an mv-expand whose column has no name', node)
    return { name, read, evaluate: typed.evaluate }
  })
  const limitNode = node.parts.RowLimitClause ? part(node.parts.RowLimitClause, 'RowLimit') : null
  const limit = limitNode ? compileScalar(limitNode, scope) : () => scope.expandLimit
  const copy = copier(input.columns, scope.needed)
  return function* (run) {
    const most = Number(limit(noRow, run))
    for (const row of input.rows(run)) {
      const lists = fills.map(({ evaluate }) => elementsOf(evaluate(row, run), bagsAsPairs))
      // A row without elements stays, with null in the expanded column.
      const count = Math.min(most, Math.max(1, ...lists.map((list) => list.length)))
      for (let index = 0; index < count; index++) {
        const made = copy(row)
        for (const [at, fill] of fills.entries()) made[fill.name] = fill.read(lists[at]?.[index] ?? null)
        if (indexColumn) made[indexColumn] = index
        yield made
      }
    }
  }
}

function elementReader(item: Syntax): (value: Value) => Value {
  const clause = item.parts.ToTypeOf
  if (!clause) return (value) => value
  const type: ColumnType = columnType(listed(part(clause, 'TypeOf'), 'Types')[0]?.text ?? '')
  return convert('dynamic', type, item)
}

function elementsOf(value: Value, bagsAsPairs: boolean): readonly Value[] {
  if (value === null) return []
  if (isArray(value)) return value
  if (!isBag(value)) return [value]
  return Object.entries(value).map(([name, inner]): Value => (bagsAsPairs ? [name, inner] : { [name]: inner }))
}
