// The vaults that were replaced not long ago and can still be recovered.
import type { DeletedVault } from '../organization.ts'
import { dayMs } from '../rhythm.ts'
import type { Blueprint } from './blueprints.ts'
import type { Traits } from './traits.ts'
import { predecessor, vaultLife } from './vault-life.ts'
import { vaultTags } from './vault-tags.ts'

export function deletedVaultAt(seed: string, blueprint: Blueprint, traits: Traits, at: number): DeletedVault | null {
  const life = vaultLife(seed, blueprint, at)
  const former = predecessor(seed, blueprint, life)
  const purgeAt = life.bornAt + traits.retentionDays * dayMs
  if (!former || purgeAt <= at) return null
  return {
    name: former.name,
    vaultId: `${blueprint.resourceGroupId}/providers/Microsoft.KeyVault/vaults/${former.name}`,
    subscriptionId: blueprint.subscription.id,
    location: blueprint.region.location,
    tags: vaultTags(seed, blueprint, traits),
    deletedAt: new Date(life.bornAt),
    scheduledPurgeAt: new Date(purgeAt),
    // Project vaults have gained it by the end of their life.
    purgeProtected: true,
  }
}
