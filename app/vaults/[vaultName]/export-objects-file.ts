// The file behind both exports of a vault's objects: exactly those the card lists, all pages of them, in its order.
import { notTheirFile } from '#app/_audit/refused.ts'
import { pageByPage } from '#app/_export/page-by-page.ts'
import { recordedFile } from '#app/_export/recorded-file.ts'
import type { FileFormat, FileRow } from '#app/_export/table-file.ts'
import { openViewForRoute } from '#app/view.ts'
import { getVault } from '#lib/queries/vaults/get-vault.ts'
import { listVaultObjects, type VaultObjectRow } from '#lib/queries/vaults/list-vault-objects.ts'
import { objectsHref, readVaultSearch } from './search.ts'

type Asked = { params: { vaultName: string }; format: FileFormat }

export async function exportObjectsFile(request: Request, { params, format }: Asked): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf } = view
  const vault = await getVault(db, scope, { at, name: params.vaultName })
  // Outside the scope and never heard of give the same answer, as on the page.
  if (!vault) return notTheirFile(view, request, 'No such vault is known.')
  const search = readVaultSearch(Object.fromEntries(new URL(request.url).searchParams))
  return recordedFile(view, {
    of: `objects-${vault.name}`,
    subject: objectsHref(vault.name, { ...search, page: 1 }, asOf, '/objects'),
    format,
    columns: objectColumns,
    write: (take) =>
      pageByPage(
        (page, pageSize) => listVaultObjects(db, scope, { at, vaultId: vault.vaultId, ...search, page, pageSize }),
        (rows) => take(rows.map((row) => objectExport(vault.name, row))),
      ),
  })
}

export const objectColumns = [
  'vault',
  'kind',
  'name',
  'enabled',
  'of_a_certificate',
  'findings',
  'worst_severity',
  'not_judged',
  'expires_at',
  'last_rotated_at',
  'versions',
  'owner',
  'readers_30_days',
  'renews_itself',
  'renewal_trigger',
  'key_type',
  'key_bits',
  'key_curve',
] as const

/** Empty is not known: nought versions means that their list was never read, and no number of readers that no log covers them. */
export const objectExport = (vaultName: string, row: VaultObjectRow): FileRow =>
  ({
    vault: vaultName,
    kind: row.kind,
    name: row.name,
    enabled: row.enabled,
    of_a_certificate: row.kind === 'certificate' ? false : row.managed,
    findings: row.findings,
    worst_severity: row.worst,
    not_judged: row.unknowns,
    expires_at: row.expiresAt?.toISOString() ?? null,
    last_rotated_at: row.rotatedAt.toISOString(),
    versions: row.versions || null,
    owner: row.owner,
    readers_30_days: row.readers,
    renews_itself: row.renewsItself,
    renewal_trigger: row.renewalTrigger,
    key_type: row.keyType,
    key_bits: row.keyBits,
    key_curve: row.keyCurve,
  }) satisfies Record<(typeof objectColumns)[number], unknown>
