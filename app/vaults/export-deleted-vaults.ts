// What a file of deleted vaults holds.
import type { FileRow } from '#app/_export/table-file.ts'
import type { DeletedVaultRow } from '#lib/queries/vaults/list-deleted-vaults.ts'
import { recoverVault } from './recover.ts'

export const deletedVaultColumns = [
  'vault',
  'vault_resource_id',
  'region',
  'owner',
  'subscription',
  'subscription_id',
  'deleted_at',
  'purge_at',
  'purge_protection',
  'recover',
]

export const deletedVaultExport = (row: DeletedVaultRow): FileRow => ({
  vault: row.name,
  vault_resource_id: row.resourceId,
  region: row.location,
  owner: row.owner,
  subscription: row.subscriptionName,
  subscription_id: row.subscriptionId,
  deleted_at: row.deletedAt.toISOString(),
  purge_at: row.scheduledPurgeAt.toISOString(),
  purge_protection: row.purgeProtected,
  recover: recoverVault(row),
})
