import type { VaultSettings } from '#lib/domain/vault.ts'

/** The properties bag of the imitated Azure as the product's words; nothing odd is expected of it. */
export function settingsOf(properties: Record<string, unknown>): VaultSettings {
  const { defaultAction, bypass, ipRules = [] } = Object(properties.networkAcls)
  return {
    sku: String(Object(properties.sku).name),
    accessModel: properties.enableRbacAuthorization === true ? 'rbac' : 'access-policy',
    publicNetworkAccess: properties.publicNetworkAccess === 'Disabled' ? 'disabled' : 'enabled',
    firewallDefaultAction: defaultAction === 'Deny' ? 'deny' : 'allow',
    trustedServicesBypass: bypass === 'AzureServices',
    ipRules: asList(ipRules).map((rule) => String(Object(rule).value)),
    virtualNetworkRules: [],
    purgeProtection: properties.enablePurgeProtection === true,
    softDelete: true,
    softDeleteRetentionDays: Number(properties.softDeleteRetentionInDays),
    privateEndpoints: asList(properties.privateEndpointConnections).map((connection) => ({
      id: String(Object(connection).id),
      status: String(Object(Object(Object(connection).properties).privateLinkServiceConnectionState).status),
    })),
    accessPolicies: asList(properties.accessPolicies).map((entry) => {
      const { secrets, keys, certificates } = Object(Object(entry).permissions)
      return {
        objectId: String(Object(entry).objectId),
        applicationId: null,
        secrets: wordsOf(secrets),
        keys: wordsOf(keys),
        certificates: wordsOf(certificates),
      }
    }),
  }
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const wordsOf = (value: unknown) => asList(value).map((word) => String(word).toLowerCase())
