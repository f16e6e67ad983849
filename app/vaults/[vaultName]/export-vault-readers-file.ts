// The file behind both exports of a vault's readers: all of them, as the card shows the busiest.
import { notTheirFile } from '#app/_audit/refused.ts'
import { recordedFile } from '#app/_export/recorded-file.ts'
import type { FileFormat, FileRow } from '#app/_export/table-file.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { attachedText } from '#app/callers/attached-to.ts'
import { openViewForRoute } from '#app/view.ts'
import { getVault } from '#lib/queries/vaults/get-vault.ts'
import { listVaultReaders, type VaultReader } from '#lib/queries/vaults/list-vault-readers.ts'
import { vaultHref } from '../search.ts'

// One row for each identity that is let in, or knocks: they fit in memory.
const allOfThem = 1_000_000

type Asked = { params: { vaultName: string }; format: FileFormat }

export async function exportVaultReadersFile(request: Request, { params, format }: Asked): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf } = view
  const vault = await getVault(db, scope, { at, name: params.vaultName })
  // Outside the scope and never heard of give the same answer, as on the page.
  if (!vault) return notTheirFile(view, request, 'No such vault is known.')
  return recordedFile(view, {
    of: `readers-${vault.name}`,
    subject: withAsOf(`${vaultHref(vault.name, null)}/readers`, asOf),
    format,
    columns: [
      'vault',
      'caller',
      'caller_id',
      'caller_kind',
      'attached_to',
      'objects',
      'reads',
      'denied',
      'last_read_at',
    ],
    write: async (take) => {
      const { rows } = await listVaultReaders(db, scope, { at, vaultId: vault.vaultId, most: allOfThem })
      await take(rows.map((row) => readerExport(vault.name, row)))
    },
  })
}

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
