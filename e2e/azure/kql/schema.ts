// What a query may name: the tables of a service, their columns and types.

export type ColumnType =
  | 'string'
  | 'long'
  | 'int'
  | 'real'
  | 'bool'
  | 'datetime'
  | 'timespan'
  | 'dynamic'
  | 'guid'
  | 'unknown'

export type Column = { name: string; type: ColumnType }

export type TableSchema = { name: string; columns: readonly Column[] }

export type Schema = {
  tables: readonly TableSchema[]
  /** Resource Graph takes `Resources` and `resources` alike; Kusto itself does not. */
  tableNamesIgnoreCase: boolean
  /** Elements that `mv-expand` yields per row when the query sets no limit. */
  expandLimit: number
}

/** The columns from a compact declaration: `{ TimeGenerated: 'datetime', … }` in that order. */
export function columnsOf(declaration: Readonly<Record<string, ColumnType>>): Column[] {
  return Object.entries(declaration).map(([name, type]) => ({ name, type }))
}

const types: ReadonlySet<string> = new Set<ColumnType>([
  'string',
  'long',
  'int',
  'real',
  'bool',
  'datetime',
  'timespan',
  'dynamic',
  'guid',
])

/** Microsoft's name of a type, or 'unknown' for one that is not evaluated here (decimal, an unresolved expression). */
export function columnType(name: string): ColumnType {
  const isType = (candidate: string): candidate is ColumnType => types.has(candidate)
  return isType(name) ? name : 'unknown'
}
