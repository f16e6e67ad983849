// The file behind both exports of a vault's readers: all of them, as the card shows the busiest.
import type { FileRow } from '#app/_export/table-file.ts'
import { attachedText } from '#app/callers/attached-to.ts'
import { listVaultReaders, type VaultReader } from '#lib/queries/vaults/list-vault-readers.ts'
import { type VaultFileAsked, vaultFile } from './vault-file.ts'

// One row for each identity that is let in, or knocks: they fit in memory.
const allOfThem = 1_000_000

const columns = [
  'vault',
  'caller',
  'caller_id',
  'caller_kind',
  'attached_to',
  'objects',
  'reads',
  'denied',
  'last_read_at',
] as const

export const exportVaultReadersFile = (request: Request, asked: VaultFileAsked): Promise<Response> =>
  vaultFile(request, asked, ({ db, scope, at }, { name, vaultId }) => ({
    part: 'readers',
    columns,
    write: async (take) => {
      const { rows } = await listVaultReaders(db, scope, { at, vaultId, most: allOfThem })
      await take(rows.map((row) => readerExport(name, row)))
    },
  }))

const readerExport = (vaultName: string, row: VaultReader): FileRow => ({
  vault: vaultName,
  caller: row.name,
  caller_id: row.identity,
  caller_kind: row.kind,
  attached_to: attachedText(row),
  objects: row.objects,
  reads: row.calls,
  denied: row.denied,
  last_read_at: row.lastReadAt?.toISOString() ?? null,
})
