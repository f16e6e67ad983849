// A vault's row in Resource Graph as the product's words. Azure omits what was never set; what an absence means is
// written at each field of VaultSettings.
import { isIP } from 'node:net'
import { z } from 'zod'
import type { AccessPolicy, VaultSettings } from '#lib/domain/vault.ts'
import { tagsSchema } from './object-item.ts'

/** A word Azure spells in varying case. */
const word = <const Word extends string>(...words: Word[]) =>
  z.preprocess((text) => (typeof text === 'string' ? text.toLowerCase() : text), z.enum(words))

const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? [])

const flag = z.boolean().nullish()
const permissions = list(z.string().transform((name) => name.toLowerCase()))

const accessPolicySchema = z
  .object({
    objectId: z.string(),
    applicationId: z.string().nullish(),
    permissions: z
      .object({ secrets: permissions, keys: permissions, certificates: permissions })
      .nullish()
      .transform((granted) => granted ?? { secrets: [], keys: [], certificates: [] }),
  })
  .transform(
    ({ objectId, applicationId, permissions: granted }): AccessPolicy => ({
      objectId,
      applicationId: applicationId ?? null,
      ...granted,
    }),
  )

const networkSchema = z.object({
  defaultAction: word('allow', 'deny').nullish(),
  bypass: z.string().nullish(),
  ipRules: list(z.object({ value: z.string() })),
  virtualNetworkRules: list(z.object({ id: z.string() })),
})

const privateEndpointSchema = z.object({
  id: z.string().nullish(),
  properties: z.object({
    privateEndpoint: z.object({ id: z.string() }).nullish(),
    privateLinkServiceConnectionState: z.object({ status: z.string() }),
  }),
})

const propertiesSchema = z.object({
  tenantId: z.guid(),
  vaultUri: z.url().nullish(),
  sku: z.object({ name: z.string() }),
  enableRbacAuthorization: flag,
  publicNetworkAccess: word('enabled', 'disabled', 'securedbyperimeter').nullish(),
  networkAcls: networkSchema.nullish(),
  enablePurgeProtection: flag,
  enableSoftDelete: flag,
  softDeleteRetentionInDays: z.int().nullish(),
  privateEndpointConnections: list(privateEndpointSchema),
  accessPolicies: list(accessPolicySchema),
})

export const vaultRowSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  subscriptionId: z.guid(),
  resourceGroup: z.string(),
  location: z.string(),
  tags: tagsSchema,
  properties: propertiesSchema,
})

export type VaultRow = z.infer<typeof vaultRowSchema>

export function settingsOf(properties: VaultRow['properties']): VaultSettings {
  const network = properties.networkAcls
  const publicAccess = properties.publicNetworkAccess ?? 'enabled'
  return {
    sku: properties.sku.name.toLowerCase(),
    accessModel: properties.enableRbacAuthorization === true ? 'rbac' : 'access-policy',
    publicNetworkAccess: publicAccess === 'securedbyperimeter' ? 'secured-by-perimeter' : publicAccess,
    firewallDefaultAction: network?.defaultAction ?? 'allow',
    // "If not specified the default is 'AzureServices'": https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/get
    trustedServicesBypass: (network?.bypass ?? 'AzureServices').toLowerCase() === 'azureservices',
    ipRules: network?.ipRules.map(({ value }) => inCidrForm(value)) ?? [],
    virtualNetworkRules: network?.virtualNetworkRules.map(({ id }) => id.toLowerCase()) ?? [],
    purgeProtection: properties.enablePurgeProtection === true,
    // On for every vault since it can no longer be switched off; only an old vault says false.
    softDelete: properties.enableSoftDelete !== false,
    softDeleteRetentionDays: properties.softDeleteRetentionInDays ?? null,
    privateEndpoints: properties.privateEndpointConnections.map(({ id, properties: connection }) => ({
      id: (connection.privateEndpoint?.id ?? id ?? '').toLowerCase(),
      status: connection.privateLinkServiceConnectionState.status,
    })),
    accessPolicies: properties.accessPolicies,
  }
}

function inCidrForm(range: string): string {
  const family = isIP(range)
  return family === 0 ? range : `${range}/${family === 4 ? 32 : 128}`
}
