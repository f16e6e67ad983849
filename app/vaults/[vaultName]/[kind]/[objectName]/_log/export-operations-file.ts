// The file behind both exports of the sensitive operations on an object: all that the log remembers, as the card shows the latest.
import type { FileRow } from '#app/_export/table-file.ts'
import { callerCells } from '#app/callers/caller-cells.ts'
import { isoDate } from '#lib/format/date.ts'
import { listObjectOperations, type ObjectOperation } from '#lib/queries/objects/list-object-operations.ts'
import { objectCells } from '../object-cells.ts'
import { type ObjectFileAsked, objectFile } from '../object-file.ts'

// By day, operation, caller and outcome, the rows of one object fit in memory.
const allOfThem = 1_000_000

const columns = [
  'vault',
  'kind',
  'name',
  'day',
  'what',
  'operation',
  'outcome',
  'caller',
  'caller_id',
  'caller_kind',
  'calls',
  'last_at',
  'addresses',
] as const

export const exportObjectOperationsFile = (request: Request, asked: ObjectFileAsked): Promise<Response> =>
  objectFile(request, asked, ({ db, scope, at }, object) => ({
    part: 'operations',
    columns,
    write: async (take) => {
      const { rows } = await listObjectOperations(db, scope, { at, objectId: object.objectId, most: allOfThem })
      await take(rows.map((row) => ({ ...objectCells(object), ...operationExport(row) })))
    },
  }))

const operationExport = (row: ObjectOperation): FileRow => ({
  day: isoDate(row.day),
  what: row.what,
  operation: row.operation,
  outcome: row.outcome,
  ...callerCells(row),
  calls: row.calls,
  last_at: row.lastAt.toISOString(),
  addresses: row.addresses.join(' '),
})
