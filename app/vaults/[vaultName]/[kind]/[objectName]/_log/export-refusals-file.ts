// The file behind both exports of the calls to an object that were refused, throttled, or found nothing: all of the card's window.
import type { FileRow } from '#app/_export/table-file.ts'
import { callerCells } from '#app/callers/caller-cells.ts'
import { isoDate } from '#lib/format/date.ts'
import { listObjectRefusals, type ObjectRefusal } from '#lib/queries/objects/list-object-refusals.ts'
import { objectCells } from '../object-cells.ts'
import { type ObjectFileAsked, objectFile } from '../object-file.ts'

// By day, caller and outcome, the rows of one object fit in memory.
const allOfThem = 1_000_000

const columns = [
  'vault',
  'kind',
  'name',
  'day',
  'outcome',
  'operations',
  'caller',
  'caller_id',
  'caller_kind',
  'calls',
  'first_at',
  'last_at',
] as const

export const exportObjectRefusalsFile = (request: Request, asked: ObjectFileAsked): Promise<Response> =>
  objectFile(request, asked, ({ db, scope, at }, object) => ({
    part: 'refused',
    columns,
    write: async (take) => {
      const { rows } = await listObjectRefusals(db, scope, { at, objectId: object.objectId, most: allOfThem })
      await take(rows.map((row) => ({ ...objectCells(object), ...refusalExport(row) })))
    },
  }))

const refusalExport = (row: ObjectRefusal): FileRow => ({
  day: isoDate(row.day),
  outcome: row.outcome,
  operations: row.operations.join(' '),
  ...callerCells(row),
  calls: row.calls,
  first_at: row.firstAt.toISOString(),
  last_at: row.lastAt.toISOString(),
})
