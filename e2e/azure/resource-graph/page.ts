// One page of a result. Pages go on by an opaque token, and only where the rows have an id that keeps their order stable.
import type { Result } from '../kql/compile.ts'
import type { ColumnType } from '../kql/schema.ts'
import { type Syntax, walk } from '../kql/syntax.ts'
import type { Value } from '../kql/values.ts'
import { type GraphRequest, parseObject } from './graph-request.ts'

export const pageSize = 1000

export type Page = {
  totalRecords: number
  count: number
  data: unknown
  facets: never[]
  resultTruncated: 'true' | 'false'
  $skipToken?: string
}

/** A token that this service did not make. */
export class BadSkipToken extends Error {}

/** `mostRows` is what the service puts on one page, whatever is asked for. Throws BadSkipToken. */
export function pageOf({ columns, rows }: Result, request: GraphRequest, syntax: Syntax, mostRows = pageSize): Page {
  const token = request.skipToken === null ? null : readToken(request.skipToken)
  const start = token?.rowsToSkip ?? request.skip ?? 0
  const size = Math.min(mostRows, request.top ?? token?.maxRows ?? pageSize)
  const shown = rows.slice(start, start + size)
  const end = start + shown.length
  const isLeft = end < rows.length
  const canGoOn = columns.some((column) => column.name.toLowerCase() === 'id') && !limits(syntax)
  return {
    totalRecords: rows.length,
    count: shown.length,
    data: request.resultFormat === 'table' ? asTable(columns, shown) : asObjects(columns, shown),
    facets: [],
    resultTruncated: isLeft && !canGoOn ? 'true' : 'false',
    ...(isLeft && canGoOn ? { $skipToken: writeToken(size, end) } : {}),
  }
}

function limits(syntax: Syntax): boolean {
  for (const node of walk(syntax)) if (node.kind === 'TakeOperator' || node.kind === 'TopOperator') return true
  return false
}

function asObjects(columns: Result['columns'], rows: Value[][]) {
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column.name, row[index] ?? null])))
}

const tableTypes: Readonly<Partial<Record<ColumnType, string>>> = {
  long: 'integer',
  int: 'integer',
  real: 'number',
  bool: 'boolean',
  dynamic: 'object',
  datetime: 'datetime',
}

function asTable(columns: Result['columns'], rows: Value[][]) {
  return { columns: columns.map(({ name, type }) => ({ name, type: tableTypes[type] ?? 'string' })), rows }
}

function writeToken(maxRows: number, rowsToSkip: number): string {
  const cluster = 'https://arg-weu-one-sf.arg.core.windows.net'
  const token = { $id: '1', MaxRows: maxRows, RowsToSkip: rowsToSkip, KustoClusterUrl: cluster }
  return Buffer.from(JSON.stringify(token)).toString('base64')
}

function readToken(token: string): { maxRows: number; rowsToSkip: number } {
  const read = parseObject(Buffer.from(token, 'base64').toString('utf8'))
  if (typeof read?.MaxRows !== 'number' || typeof read.RowsToSkip !== 'number')
    throw new BadSkipToken('The $skipToken is not valid.')
  return { maxRows: read.MaxRows, rowsToSkip: read.RowsToSkip }
}
