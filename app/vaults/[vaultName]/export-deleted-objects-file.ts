// The file behind both exports of a vault's deleted objects: all of them, as the card shows the first.
import type { FileRow } from '#app/_export/table-file.ts'
import { type DeletedObjectRow, listDeletedObjects } from '#lib/queries/vaults/list-deleted-objects.ts'
import { recoverObject } from '../recover.ts'
import { type VaultFileAsked, vaultFile } from './vault-file.ts'

// A vault's deleted objects are one list of Azure and fit in memory.
const allOfThem = 1_000_000

export const exportDeletedObjectsFile = (request: Request, asked: VaultFileAsked): Promise<Response> =>
  vaultFile(request, asked, ({ db, scope, at }, { name, vaultId }) => ({
    part: 'deleted-objects',
    columns: ['vault', 'kind', 'name', 'owner', 'deleted_at', 'purge_at', 'recover'],
    write: async (take) => {
      const { rows } = await listDeletedObjects(db, scope, { at, vaultId, most: allOfThem })
      await take(rows.map((row) => deletedObjectExport(name, row)))
    },
  }))

const deletedObjectExport = (vaultName: string, row: DeletedObjectRow): FileRow => ({
  vault: vaultName,
  kind: row.kind,
  name: row.name,
  owner: row.owner,
  deleted_at: row.deletedAt.toISOString(),
  purge_at: row.scheduledPurgeAt?.toISOString() ?? null,
  recover: recoverObject(vaultName, row),
})
