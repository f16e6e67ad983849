import type { Vault, VaultSettings } from '#lib/domain/vault.ts'

const subscription = '5b1f3a52-1111-4a6e-9c1e-2f6f0a9d7c01'

/** A vault with which nothing is wrong and whose tags name nobody, except what is said. */
export const aVault = (said: Partial<Omit<Vault, 'settings'>> & { settings?: Partial<VaultSettings> } = {}): Vault => ({
  resourceId: `/subscriptions/${subscription}/resourcegroups/rg-shop/providers/microsoft.keyvault/vaults/kv-shop`,
  name: 'kv-shop',
  uri: 'https://kv-shop.vault.azure.net',
  tenantId: '0d6d3c7e-2222-4f0e-8b7a-6c1d2f3e4a02',
  subscriptionId: subscription,
  subscriptionName: 'Shop',
  resourceGroup: 'rg-shop',
  location: 'westeurope',
  managementGroups: ['Halden'],
  tags: {},
  resourceGroupTags: {},
  subscriptionTags: {},
  ...said,
  settings: {
    sku: 'standard',
    accessModel: 'rbac',
    publicNetworkAccess: 'enabled',
    firewallDefaultAction: 'deny',
    trustedServicesBypass: true,
    ipRules: [],
    virtualNetworkRules: [],
    purgeProtection: true,
    softDelete: true,
    softDeleteRetentionDays: 90,
    privateEndpoints: [],
    accessPolicies: [],
    ...said.settings,
  },
})
