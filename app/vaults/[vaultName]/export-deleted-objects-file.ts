// The file behind both exports of a vault's deleted objects: all of them, as the card shows the first.
import { notTheirFile } from '#app/_audit/refused.ts'
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { type FileFormat, type FileRow, tableFile } from '#app/_export/table-file.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { openViewForRoute } from '#app/view.ts'
import { isoDate } from '#lib/format/date.ts'
import { getVault } from '#lib/queries/vaults/get-vault.ts'
import { type DeletedObjectRow, listDeletedObjects } from '#lib/queries/vaults/list-deleted-objects.ts'
import { recoverObject } from '../recover.ts'
import { vaultHref } from '../search.ts'

// A vault's deleted objects are one list of Azure and fit in memory.
const allOfThem = 1_000_000

export async function exportDeletedObjectsFile(
  request: Request,
  { vaultName, format }: { vaultName: string; format: FileFormat },
): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf, now, person } = view
  const vault = await getVault(db, scope, { at, name: vaultName })
  // Outside the scope and never heard of give the same answer, as on the page.
  if (!vault) return notTheirFile(view, request, 'No such vault is known.')
  await recordAuditEvent(db, {
    at: now,
    person,
    action: 'exported',
    subject: withAsOf(`${vaultHref(vault.name, null)}/deleted-objects`, asOf),
    detail: { format },
  })
  return tableFile({
    name: `kempt-deleted-objects-${vault.name}-${asOf ?? isoDate(now)}`,
    format,
    columns: ['vault', 'kind', 'name', 'owner', 'deleted_at', 'purge_at', 'recover'],
    write: async (take) => {
      const { rows } = await listDeletedObjects(db, scope, { at, vaultId: vault.vaultId, most: allOfThem })
      await take(rows.map((row) => deletedObjectExport(vault.name, row)))
    },
  })
}

const deletedObjectExport = (vaultName: string, row: DeletedObjectRow): FileRow => ({
  vault: vaultName,
  kind: row.kind,
  name: row.name,
  owner: row.owner,
  deleted_at: row.deletedAt.toISOString(),
  purge_at: row.scheduledPurgeAt?.toISOString() ?? null,
  recover: recoverObject(vaultName, row),
})
