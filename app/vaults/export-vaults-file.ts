// The file behind both exports of Vaults: exactly the rows of the view the address names, all pages of them, in its order.
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { type FileFormat, type FileRow, tableFile } from '#app/_export/table-file.ts'
import { openViewForRoute } from '#app/view.ts'
import { isoDate } from '#lib/format/date.ts'
import { listVaults, type VaultRow } from '#lib/queries/vaults/list-vaults.ts'
import { listDeletedVaults } from '#lib/queries/vaults/list-deleted-vaults.ts'
import { deletedVaultColumns, deletedVaultExport } from './export-deleted-vaults.ts'
import { readVaultsSearch, vaultsHref } from './search.ts'

// An estate has thousands of vaults, not millions: they are one query and fit in memory.
const allVaults = 1_000_000

export async function exportVaultsFile(request: Request, format: FileFormat): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf, now, person } = view
  const query = new URL(request.url).searchParams
  const search = readVaultsSearch(Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])))
  await recordAuditEvent(db, {
    at: now,
    person,
    action: 'exported',
    subject: vaultsHref({ ...search, page: 1 }, asOf),
    detail: { format },
  })
  if (search.show === 'deleted') {
    return tableFile({
      name: `kempt-deleted-vaults-${asOf ?? isoDate(now)}`,
      format,
      columns: deletedVaultColumns,
      write: async (take) => {
        const { text } = search.filter
        const { rows } = await listDeletedVaults(db, scope, { at, text, page: 1, pageSize: allVaults })
        await take(rows.map(deletedVaultExport))
      },
    })
  }
  return tableFile({
    name: `kempt-vaults-${asOf ?? isoDate(now)}`,
    format,
    columns: vaultColumns,
    write: async (take) => {
      const { rows } = await listVaults(db, scope, { at, ...search, page: 1, pageSize: allVaults })
      await take(rows.map(vaultExport))
    },
  })
}

const vaultColumns = [
  'vault',
  'vault_resource_id',
  'region',
  'posture',
  'passed',
  'judged',
  'critical',
  'high',
  'medium',
  'low',
  'not_judged',
  'waived',
  'coverage',
  'unread_reasons',
  'objects',
  'owner',
  'owner_source',
  'environment',
  'subscription',
  'subscription_id',
  'resource_group',
  'network',
  'access_model',
  'purge_protection',
  'audit_log',
]

const vaultExport = (row: VaultRow): FileRow => ({
  vault: row.name,
  vault_resource_id: row.resourceId,
  region: row.location,
  posture: row.posture,
  passed: row.passed,
  judged: row.judged,
  critical: row.critical,
  high: row.high,
  medium: row.medium,
  low: row.low,
  not_judged: row.unknown,
  waived: row.waived,
  coverage: row.coverage,
  unread_reasons: row.unreadCodes.join('; '),
  objects: row.objects,
  owner: row.owner,
  owner_source: row.ownerSource,
  environment: row.environment,
  subscription: row.subscriptionName,
  subscription_id: row.subscriptionId,
  resource_group: row.resourceGroup,
  network: row.network,
  access_model: row.accessModel,
  purge_protection: row.purgeProtection,
  audit_log: row.logging,
})
