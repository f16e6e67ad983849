// The file behind both exports of a caller's refused calls, and of its throttled ones: all of the cards' window.
import type { FileRow } from '#app/_export/table-file.ts'
import { callerCells } from '#app/callers/caller-cells.ts'
import { isoDate } from '#lib/format/date.ts'
import { listRefusedCalls, type RefusedCalls } from '#lib/queries/callers/list-refused-calls.ts'
import { type CallerFileAsked, callerFile } from './caller-file.ts'

// By day, operation and object, the rows of one identity fit in memory.
const allOfThem = 1_000_000

const columns = [
  'caller',
  'caller_id',
  'caller_kind',
  'day',
  'vault',
  'kind',
  'name',
  'operation',
  'calls',
  'first_at',
  'last_at',
] as const

/** The part of a caller's address at which each kind is. */
export const partOf = { denied: 'refused', throttled: 'throttled' } as const

export const exportRefusedCallsFile = (
  request: Request,
  asked: CallerFileAsked,
  outcome: keyof typeof partOf,
): Promise<Response> =>
  callerFile(request, asked, ({ db, scope, at }, caller) => ({
    part: partOf[outcome],
    columns,
    write: async (take) => {
      const { rows } = await listRefusedCalls(db, scope, { at, callerId: caller.callerId, outcome, most: allOfThem })
      await take(rows.map((row) => ({ ...callerCells(caller), ...refusedExport(row) })))
    },
  }))

const refusedExport = (row: RefusedCalls): FileRow => ({
  day: isoDate(row.day),
  vault: row.vault,
  // Empty where the call names no object.
  kind: row.kind,
  name: row.name,
  operation: row.operation,
  calls: row.calls,
  first_at: row.firstAt.toISOString(),
  last_at: row.lastAt.toISOString(),
})
