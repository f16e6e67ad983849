import { sql } from '#lib/db/open-database.ts'
import { applicationOf } from '#lib/domain/application.ts'
import { environmentOf } from '#lib/domain/environment.ts'
import type { Owner } from '#lib/domain/owner.ts'
import type { Vault } from '#lib/domain/vault.ts'
import { contentHash } from './content-hash.ts'
import { endIntervals } from './end-intervals.ts'
import type { Recalled } from './recall-vault.ts'
import type { Place } from './place.ts'

/** Begins a new state of the vault if anything about it changed. Returns the rows written. */
export async function rememberVaultState(
  place: Place,
  { state }: Recalled,
  vault: Vault,
  owner: Owner | null,
): Promise<number> {
  const tagLevels = [vault.tags, vault.resourceGroupTags, vault.subscriptionTags]
  const data = {
    uri: vault.uri,
    tenantId: vault.tenantId,
    subscriptionId: vault.subscriptionId,
    subscriptionName: vault.subscriptionName,
    resourceGroup: vault.resourceGroup,
    location: vault.location,
    managementGroups: [...vault.managementGroups],
    environment: environmentOf(tagLevels),
    application: applicationOf(tagLevels),
    owner: owner?.owner ?? null,
    ownerSource: owner?.source ?? null,
    tags: { ...vault.tags },
    // A copy as plain JSON: what is stored is what is hashed.
    settings: JSON.parse(JSON.stringify(vault.settings)),
  }
  const hash = contentHash(data)
  if (state?.hash === hash) return 0
  const ended = await endIntervals(place, sql`vault_state`, state ? [state.id] : [])
  await place.tx.vaultState.create({ data: { vaultId: place.vaultId, validFrom: place.at, hash, ...data } })
  return ended + 1
}
