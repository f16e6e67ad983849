// A query's tree in plain objects, and the few ways to read it.
import type { Column, ColumnType } from './schema.ts'

export type Syntax = {
  /** Microsoft's SyntaxKind, e.g. `FilterOperator`. */
  kind: string
  /** Its source text, without the blanks and comments around it. */
  text: string
  start: number
  end: number
  /** Named children, e.g. `Left`, `Operator`, `Right`. */
  parts: Readonly<Record<string, Syntax>>
  /** The elements of a list, separators dropped. */
  items: readonly Syntax[]
  /** The type of a scalar expression. */
  type: ColumnType | null
  /** The columns of a tabular expression or operator. */
  columns: readonly Column[] | null
  /** What a name refers to, e.g. `{ kind: 'ColumnSymbol', name: 'Id' }`. */
  symbol: { kind: string; name: string } | null
  /** The name a reference or declaration spells, quotes and brackets taken off. */
  name: string | null
  /** The decoded text of a string literal. */
  string: string | null
}

export function part(node: Syntax, name: string): Syntax {
  const child = node.parts[name]
  if (!child) throw new Error(`${node.kind} has no ${name}: the language service changed its tree`)
  return child
}

/** The elements of a list child; none when the child is absent. */
export function listed(node: Syntax, name: string): readonly Syntax[] {
  return node.parts[name]?.items ?? []
}

/** The node and everything below it, in source order. */
export function* walk(node: Syntax): Generator<Syntax> {
  yield node
  for (const child of node.items) yield* walk(child)
  for (const child of Object.values(node.parts)) yield* walk(child)
}

/** Operator parameters such as `kind=leftouter`, by name; the text of a name or token, or the node's own text. */
export function parametersOf(operator: Syntax): Map<string, string> {
  const parameters = new Map<string, string>()
  for (const parameter of listed(operator, 'Parameters')) {
    const value = part(parameter, 'Expression')
    parameters.set(part(parameter, 'Name').text, value.string ?? value.name ?? value.text)
  }
  return parameters
}

/** Expression without the parentheses around it. */
export function bare(node: Syntax): Syntax {
  return node.kind === 'ParenthesizedExpression' ? bare(part(node, 'Expression')) : node
}

/** True when the value is the same for every row: nothing in it reads a column, by its name or by column_ifexists. */
export function isConstant(node: Syntax): boolean {
  for (const inner of walk(node)) {
    if (inner.symbol?.kind === 'ColumnSymbol' || inner.name?.startsWith('column')) return false
  }
  return true
}
