// One vault as Azure would show it at an instant.
import type { Vault, Workspace } from '../organization.ts'
import { dayMs, hourMs, runningSince } from '../rhythm.ts'
import { fraction, seedOf } from '../seeded-random.ts'
import { accessPolicies } from './access-policies.ts'
import type { Blueprint } from './blueprints.ts'
import { diagnosticSettings } from './diagnostic-settings.ts'
import { networkProperties } from './network.ts'
import type { Traits } from './traits.ts'
import type { VaultLife } from './vault-life.ts'
import { vaultTags } from './vault-tags.ts'

export type Setting = {
  seed: string
  tenantId: string
  kemptObjectId: string
  workspaces: readonly Workspace[]
}

/** Settings change on whole hours only, so an hour's vaults can be kept. */
export function vaultAt(setting: Setting, blueprint: Blueprint, traits: Traits, life: VaultLife, at: number): Vault {
  const { seed, tenantId, kemptObjectId, workspaces } = setting
  const { subscription, resourceGroup, resourceGroupId, region } = blueprint
  const id = `${resourceGroupId}/providers/Microsoft.KeyVault/vaults/${life.name}`
  const access = accessOf(traits, at)
  const usesRoles = traits.model === 'rbac' || hasMigrated(life, at)
  const lettingKemptIn = access === 'no-policy' ? null : kemptObjectId

  return {
    id,
    name: life.name,
    subscriptionId: subscription.id,
    resourceGroup,
    location: region.location,
    tags: vaultTags(seed, blueprint, traits),
    createdAt: new Date(life.bornAt),
    properties: {
      sku: { family: 'A', name: fraction(seedOf(seed, 'sku', blueprint.slot), 0) < 0.12 ? 'premium' : 'standard' },
      tenantId,
      ...networkProperties(seed, { blueprint, traits, vaultId: id }, at),
      accessPolicies: usesRoles ? [] : accessPolicies(seed, tenantId, blueprint, lettingKemptIn),
      enabledForDeployment: false,
      enabledForDiskEncryption: false,
      enabledForTemplateDeployment: fraction(seedOf(seed, 'template', blueprint.slot), 0) < 0.2,
      enableSoftDelete: true,
      softDeleteRetentionInDays: traits.retentionDays,
      ...rolesSetting(seed, blueprint.slot, usesRoles),
      ...purgeProtection(traits, life, at),
      vaultUri: `https://${life.name}.vault.azure.net/`,
      provisioningState: 'Succeeded',
    },
    diagnosticSettings: diagnosticSettings(seed, { blueprint, traits, workspaces }, at),
    access,
    diagnosticsAccess: traits.diagnosticsAccess,
  }
}

/** Kempt's way in, which a few vaults lose for 24 of 60 days, one after the other. */
export function accessOf(traits: Traits, at: number): Vault['access'] {
  if (!traits.dark) return traits.access
  const everyMs = 60 * dayMs
  const phaseMs = Math.round((traits.dark.number / traits.dark.of) * 60 * 24) * hourMs
  return runningSince({ everyMs, lastsMs: 24 * dayMs, phaseMs }, at) === null ? traits.access : 'no-role'
}

/** Project vaults move to Azure RBAC in the middle of their life. */
const hasMigrated = (life: VaultLife, at: number) => life.endsAt !== null && at >= partOfLife(life, 0.6)

/** Older vaults say false, leave it out or say null; all three mean access policies. */
function rolesSetting(seed: string, slot: number, usesRoles: boolean): Record<string, unknown> {
  if (usesRoles) return { enableRbacAuthorization: true }
  const place = fraction(seedOf(seed, 'roles setting', slot), 0)
  if (place < 0.6) return { enableRbacAuthorization: false }
  return place < 0.8 ? { enableRbacAuthorization: null } : {}
}

/** Azure never says false: protection is true, null or absent. Project vaults gain it in time. */
function purgeProtection(traits: Traits, life: VaultLife, at: number): Record<string, unknown> {
  if (traits.purge === 'on' || (traits.purge === 'gained' && at >= partOfLife(life, 0.45)))
    return { enablePurgeProtection: true }
  return traits.fullness < 0.5 ? { enablePurgeProtection: null } : {}
}

function partOfLife(life: VaultLife, part: number): number {
  if (life.endsAt === null) return Number.POSITIVE_INFINITY
  return Math.floor((life.bornAt + part * (life.endsAt - life.bornAt)) / hourMs) * hourMs
}
