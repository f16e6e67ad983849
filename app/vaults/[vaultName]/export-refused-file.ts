// The file behind both exports of who was refused in a vault: all of them, as the card shows the worst.
import type { FileRow } from '#app/_export/table-file.ts'
import { listRefusals, type RefusedCaller } from '#lib/queries/operations/list-refusals.ts'
import { refusedDays } from './refusals-card.tsx'
import { type VaultFileAsked, vaultFile } from './vault-file.ts'

// One row for each identity that knocks: they fit in memory.
const allOfThem = 1_000_000

export const exportRefusedFile = (request: Request, asked: VaultFileAsked): Promise<Response> =>
  vaultFile(request, asked, ({ db, scope, at }, { name, vaultId }) => ({
    part: 'refused',
    columns: ['vault', 'caller', 'caller_id', 'caller_kind', 'refused', 'worst_day', 'days', 'last_at'],
    write: async (take) => {
      const { rows } = await listRefusals(db, scope, { at, vaultId, days: refusedDays, most: allOfThem })
      await take(rows.map((row) => refusedExport(name, row)))
    },
  }))

const refusedExport = (vaultName: string, row: RefusedCaller): FileRow => ({
  vault: vaultName,
  caller: row.name,
  caller_id: row.identity,
  caller_kind: row.kind,
  refused: row.calls,
  worst_day: row.worst,
  days: row.days.map(({ on, calls }) => `${on}: ${calls}`).join('; '),
  last_at: row.lastAt.toISOString(),
})
