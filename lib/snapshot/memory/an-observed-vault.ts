// Builders for tests of memory: a vault as one run saw it, naming only what matters.
import type { Evidence } from '#lib/domain/evidence.ts'
import { type Observed, read } from '#lib/domain/observed.ts'
import type { Vault } from '#lib/domain/vault.ts'
import type { ObjectRef, VaultObject } from '#lib/domain/vault-object.ts'
import type { Verdict } from '#lib/domain/verdict.ts'
import type { DetailsRead } from '../details/observe-details.ts'
import type { ObservedVault } from '../observed-vault.ts'

export const aVault = (overrides: Partial<Vault> = {}): Vault => ({
  resourceId: '/subscriptions/s1/resourcegroups/rg-orders/providers/microsoft.keyvault/vaults/kv-orders',
  name: 'kv-orders',
  uri: 'https://kv-orders.vault.azure.net',
  tenantId: 't1',
  subscriptionId: 's1',
  subscriptionName: 'Orders production',
  resourceGroup: 'rg-orders',
  location: 'westeurope',
  managementGroups: ['Retail'],
  tags: { owner: 'ana@halden.example' },
  resourceGroupTags: {},
  subscriptionTags: {},
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
  },
  ...overrides,
})

export const aSecret = (name: string, overrides: Partial<VaultObject> = {}): VaultObject => ({
  kind: 'secret',
  name,
  enabled: true,
  notBeforeAt: null,
  expiresAt: new Date('2026-12-01T00:00:00Z'),
  createdAt: new Date('2026-10-01T00:00:00Z'),
  updatedAt: new Date('2026-10-01T00:00:00Z'),
  contentType: null,
  tags: {},
  managed: false,
  recoveryLevel: 'Recoverable',
  ...overrides,
})

export const aKey = (name: string, overrides: Partial<VaultObject> = {}): VaultObject => ({
  ...aSecret(name, overrides),
  kind: 'key',
})

/** A vault in which `secrets` were seen and everything else was read and empty, or is as it is said. */
export function anObservedVault(
  secrets: Observed<readonly VaultObject[]>,
  {
    vault = aVault(),
    keys = read([]),
    certificates = read([]),
    deleted = read([]),
    versions = new Map(),
    renewals = new Map(),
    keyMaterial = new Map(),
  }: { vault?: Vault } & Partial<
    Pick<Evidence, 'keys' | 'certificates'> & Pick<ObservedVault, 'deleted'> & DetailsRead
  > = {},
): ObservedVault {
  const nothing = read([])
  const accessLog = read({
    coveredFromAt: new Date(0),
    coveredUntilAt: new Date(0),
    silentDays: [],
    lastRowAt: new Date(0),
    lastOwnCallAt: null,
    reads: [],
    unnamedReadAt: null,
    denials: [],
    throttles: [],
    backups: [],
  })
  return {
    evidence: {
      vault,
      secrets,
      keys,
      certificates,
      versions: read(new Map()),
      renewals: read(new Map()),
      keyMaterial: read(new Map()),
      history: read(new Map()),
      diagnostics: nothing,
      valueRoles: nothing,
      eventTopics: nothing,
      accessLog,
      ownCalls: read({ madeAt: null }),
    },
    deleted,
    readNow: { versions, renewals, keyMaterial },
    coverage: {
      settings: read(null),
      secrets,
      keys,
      certificates,
      deleted,
      versions: read(null),
      renewals: read(null),
      'key-material': read(null),
      diagnostics: nothing,
      roles: nothing,
      events: nothing,
      'access-log': accessLog,
    },
  }
}

export const aVerdict = (subject: 'vault' | ObjectRef, overrides: Partial<Verdict> = {}): Verdict => ({
  ruleId: 'secret-without-expiry',
  subject,
  status: 'fail',
  because: 'It never expires.',
  facts: {},
  reason: null,
  ...overrides,
})
