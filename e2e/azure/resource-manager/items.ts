// Resources as Resource Manager shows them.
import type {
  DeletedVault,
  DiagnosticSetting,
  Subscription,
  Vault,
  VaultObject,
  Workspace,
} from '../organization/organization.ts'

const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000)

export const subscriptionItem = ({ id, name, tags }: Subscription, tenantId: string) => ({
  id: `/subscriptions/${id}`,
  authorizationSource: 'RoleBased',
  managedByTenants: [],
  tags,
  subscriptionId: id,
  tenantId,
  displayName: name,
  state: 'Enabled',
  subscriptionPolicies: {
    locationPlacementId: 'Public_2014-09-01',
    quotaId: 'EnterpriseAgreement_2014-09-01',
    spendingLimit: 'Off',
  },
})

export const vaultItem = ({ id, name, location, tags, properties, createdAt }: Vault) => ({
  id,
  name,
  type: 'Microsoft.KeyVault/vaults',
  location,
  tags,
  systemData: {
    createdAt: createdAt.toISOString(),
    createdBy: 'deployment@halden.example',
    createdByType: 'User',
    lastModifiedAt: createdAt.toISOString(),
    lastModifiedBy: 'deployment@halden.example',
    lastModifiedByType: 'User',
  },
  properties,
})

export const deletedVaultItem = (vault: DeletedVault) => ({
  id: `/subscriptions/${vault.subscriptionId}/providers/Microsoft.KeyVault/locations/${vault.location}/deletedVaults/${vault.name}`,
  name: vault.name,
  type: 'Microsoft.KeyVault/deletedVaults',
  properties: {
    vaultId: vault.vaultId,
    location: vault.location,
    tags: vault.tags,
    deletionDate: wholeSeconds(vault.deletedAt),
    scheduledPurgeDate: wholeSeconds(vault.scheduledPurgeAt),
    ...(vault.purgeProtected ? { purgeProtectionEnabled: true } : {}),
  },
})

const wholeSeconds = (instant: Date) => `${instant.toISOString().slice(0, 19)}Z`

export const diagnosticSettingItem = (vault: Vault, setting: DiagnosticSetting) => ({
  id: `${vault.id.toLowerCase()}/providers/microsoft.insights/diagnosticSettings/${setting.name}`,
  type: 'Microsoft.Insights/diagnosticSettings',
  name: setting.name,
  location: vault.location,
  kind: null,
  tags: null,
  properties: {
    storageAccountId: setting.storageAccountId,
    serviceBusRuleId: null,
    workspaceId: setting.workspaceId,
    eventHubAuthorizationRuleId: null,
    eventHubName: null,
    metrics: [{ category: 'AllMetrics', enabled: false, retentionPolicy: { enabled: false, days: 0 } }],
    logs: setting.logs.map(({ category = null, categoryGroup = null, enabled }) => ({
      category,
      categoryGroup,
      enabled,
      retentionPolicy: { enabled: false, days: 0 },
    })),
    logAnalyticsDestinationType: setting.destinationType,
  },
  identity: null,
})

/** A secret in the control plane: no recovery level and no `managed`, but the version's address. */
export function secretItem(vault: Vault, object: VaultObject) {
  const version = object.versions.at(-1)
  const uri = `https://${vault.name}.vault.azure.net/secrets/${object.name}`
  return {
    ...armItem(vault, object),
    ...(version && Object.keys(version.tags).length > 0 ? { tags: version.tags } : {}),
    properties: {
      attributes: attributes(object),
      ...(version?.contentType ? { contentType: version.contentType } : {}),
      secretUri: uri,
      secretUriWithVersion: `${uri}/${version?.id ?? ''}`,
    },
  }
}

/** What a key is made of is told for a single key only, not in lists. */
export function keyItem(vault: Vault, object: VaultObject, isSingle: boolean) {
  const { enablePurgeProtection, softDeleteRetentionInDays } = vault.properties
  const level = Number(softDeleteRetentionInDays ?? 90) < 90 ? 'CustomizedRecoverable' : 'Recoverable'
  const keyUri = `https://${vault.name}.vault.azure.net:443/keys/${object.name}`
  return {
    ...armItem(vault, object),
    properties: {
      attributes: {
        ...attributes(object),
        recoveryLevel: enablePurgeProtection === true ? level : `${level}+Purgeable`,
        exportable: false,
      },
      ...(isSingle ? materialOf(object) : {}),
      keyUri,
      ...(isSingle ? { keyUriWithVersion: `${keyUri}/${object.versions.at(-1)?.id ?? ''}` } : {}),
    },
  }
}

function materialOf({ material }: VaultObject) {
  if (!material) return { kty: 'RSA', keySize: 2048 }
  return 'keySize' in material
    ? { kty: material.kty, keySize: material.keySize }
    : { kty: material.kty, curveName: material.crv }
}

const armItem = (vault: Vault, { kind, name }: VaultObject) => ({
  id: `${vault.id}/${kind}s/${name}`,
  name,
  type: `Microsoft.KeyVault/vaults/${kind}s`,
  location: vault.location,
})

function attributes({ name, versions }: VaultObject) {
  const version = versions.at(-1)
  if (!version) throw new Error(`${name} has no version`)
  return {
    enabled: version.enabled,
    ...(version.notBeforeAt ? { nbf: seconds(version.notBeforeAt) } : {}),
    ...(version.expiresAt ? { exp: seconds(version.expiresAt) } : {}),
    created: seconds(version.createdAt),
    updated: seconds(version.updatedAt),
  }
}

export const workspaceItem = ({ id, name, location, customerId, retentionDays }: Workspace) => ({
  id,
  name,
  type: 'Microsoft.OperationalInsights/workspaces',
  location,
  properties: {
    customerId,
    provisioningState: 'Succeeded',
    sku: { name: 'PerGB2018', lastSkuUpdate: '2022-03-14T09:12:30.4180243Z' },
    retentionInDays: retentionDays,
  },
})
