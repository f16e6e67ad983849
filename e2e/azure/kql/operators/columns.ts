// The columns an operator yields, as Microsoft's binder names and types them.
import { Unsupported } from '../refusal.ts'
import type { Column } from '../schema.ts'
import type { Syntax } from '../syntax.ts'

/** A column of a type that is not evaluated here is refused. */
export function columnsOf(node: Syntax): readonly Column[] {
  const columns = node.columns
  if (!columns) throw new Unsupported('an expression without columns', node)
  const unknown = columns.find((column) => column.type === 'unknown')
  if (unknown) throw new Unsupported(`the column ${unknown.name}, whose type is not known,`, node)
  return columns
}

export function namesOf(columns: readonly Column[]): string[] {
  return columns.map((column) => column.name)
}
