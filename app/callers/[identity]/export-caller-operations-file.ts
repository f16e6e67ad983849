// The file behind both exports of what a caller did besides reading: all of the card's window.
import type { FileRow } from '#app/_export/table-file.ts'
import { callerCells } from '#app/callers/caller-cells.ts'
import { type CallerOperation, listCallerOperations } from '#lib/queries/callers/list-caller-operations.ts'
import { type CallerFileAsked, callerFile } from './caller-file.ts'

// By operation and object, the rows of one identity fit in memory.
const allOfThem = 1_000_000

const columns = [
  'caller',
  'caller_id',
  'caller_kind',
  'operation',
  'vault',
  'kind',
  'name',
  'calls',
  'last_at',
] as const

export const exportCallerOperationsFile = (request: Request, asked: CallerFileAsked): Promise<Response> =>
  callerFile(request, asked, ({ db, scope, at }, caller) => ({
    part: 'operations',
    columns,
    write: async (take) => {
      const { rows } = await listCallerOperations(db, scope, { at, callerId: caller.callerId, most: allOfThem })
      await take(rows.map((row) => ({ ...callerCells(caller), ...operationExport(row) })))
    },
  }))

const operationExport = (row: CallerOperation): FileRow => ({
  operation: row.operation,
  vault: row.vault,
  // Empty where the operation names no object.
  kind: row.kind,
  name: row.name,
  calls: row.calls,
  last_at: row.lastAt.toISOString(),
})
