// The file behind both exports of where a caller comes from: every address, as the card shows the busiest.
import type { FileRow } from '#app/_export/table-file.ts'
import { callerCells } from '#app/callers/caller-cells.ts'
import { type CallerAddress, listCallerAddresses } from '#lib/queries/callers/list-caller-addresses.ts'
import { type CallerFileAsked, callerFile } from './caller-file.ts'

// One row for each address of one identity: they fit in memory.
const allOfThem = 1_000_000

const columns = [
  'caller',
  'caller_id',
  'caller_kind',
  'address',
  'reads',
  'calls',
  'denied',
  'first_at',
  'last_at',
] as const

export const exportAddressesFile = (request: Request, asked: CallerFileAsked): Promise<Response> =>
  callerFile(request, asked, ({ db, scope, at }, caller) => ({
    part: 'addresses',
    columns,
    write: async (take) => {
      const { rows } = await listCallerAddresses(db, scope, { at, callerId: caller.callerId, most: allOfThem })
      await take(rows.map((row) => ({ ...callerCells(caller), ...addressExport(row) })))
    },
  }))

const addressExport = (row: CallerAddress): FileRow => ({
  // Empty where the log names none.
  address: row.address,
  reads: row.reads,
  calls: row.calls,
  denied: row.denied,
  first_at: row.firstAt.toISOString(),
  last_at: row.lastAt.toISOString(),
})
