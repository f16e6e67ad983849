// The file behind both exports of a vault's objects: exactly those the card lists, all pages of them, in its order.
import { pageByPage } from '#app/_export/page-by-page.ts'
import type { FileRow } from '#app/_export/table-file.ts'
import { listVaultObjects, type VaultObjectRow } from '#lib/queries/vaults/list-vault-objects.ts'
import { objectsHref, readVaultSearch } from './search.ts'
import { type VaultFileAsked, vaultFile } from './vault-file.ts'

export function exportObjectsFile(request: Request, asked: VaultFileAsked): Promise<Response> {
  const search = readVaultSearch(Object.fromEntries(new URL(request.url).searchParams))
  return vaultFile(request, asked, ({ db, scope, at, asOf }, { name, vaultId }) => ({
    part: 'objects',
    subject: objectsHref(name, { ...search, page: 1 }, asOf, '/objects'),
    columns: objectColumns,
    write: (take) =>
      pageByPage(
        (page, pageSize) => listVaultObjects(db, scope, { at, vaultId, ...search, page, pageSize }),
        (rows) => take(rows.map((row) => objectExport(name, row))),
      ),
  }))
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
