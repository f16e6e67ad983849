// A hand-made organization of three vaults in two subscriptions, and tokens for it: for the tests of the query services.
import { createClock } from '../clock.ts'
import { createJournal } from '../journal.ts'
import { compile } from '../kql/compile.ts'
import type { Access, Estate, Organization, Subscription, Vault, Workspace } from '../organization/organization.ts'
import type { Azure } from '../imitated-service.ts'
import { createTokens } from '../tokens.ts'
import { resourceGraphSchema } from './schema.ts'

export const now = new Date('2026-11-22T12:00:00Z')
export const tenantId = '11111111-1111-1111-1111-111111111111'

const payments: Subscription = {
  id: 'aaaaaaaa-0000-0000-0000-000000000001',
  name: 'payments-prod',
  tags: { Owner: 'payments@sample.example' },
  managementGroups: [
    { id: 'mg-business', displayName: 'Business' },
    { id: tenantId, displayName: 'Tenant Root Group' },
  ],
}
const platform: Subscription = {
  id: 'bbbbbbbb-0000-0000-0000-000000000002',
  name: 'platform',
  tags: {},
  managementGroups: [{ id: tenantId, displayName: 'Tenant Root Group' }],
}

function workspace(name: string, customerId: string, table: Workspace['table']): Workspace {
  const id = `/subscriptions/${platform.id}/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/${name}`
  const place = { subscriptionId: platform.id, resourceGroup: 'rg-logs', location: 'westeurope' }
  return { id, customerId, name, ...place, table, retentionDays: 30 }
}

export const dedicated = workspace('log-dedicated', 'cccccccc-0000-0000-0000-000000000003', 'AZKVAuditLogs')
export const shared = workspace('log-shared', 'dddddddd-0000-0000-0000-000000000004', 'AzureDiagnostics')

export function vault(name: string, subscription: Subscription, to: Workspace | null, usesRoles = true): Vault {
  return {
    id: `/subscriptions/${subscription.id}/resourceGroups/RG-Main/providers/Microsoft.KeyVault/vaults/${name}`,
    name,
    subscriptionId: subscription.id,
    resourceGroup: 'RG-Main',
    location: 'westeurope',
    tags: { env: 'prod' },
    createdAt: new Date('2025-01-01T00:00:00Z'),
    properties: {
      enableRbacAuthorization: usesRoles,
      enablePurgeProtection: null,
      vaultUri: `https://${name}.vault.azure.net/`,
    },
    diagnosticSettings: to
      ? [{ name: 'audit', workspaceId: to.id, storageAccountId: null, logs: [], destinationType: null }]
      : [],
    access: 'readable',
  }
}

export const vaults = {
  pay: vault('kv-Pay', payments, dedicated),
  core: vault('kv-core', platform, shared, false),
  quiet: vault('kv-quiet', platform, null),
}

const keyVaultReader = '21090545-7ca7-4776-b22c-e363652d74d2'

function assignment(scope: string, name: string) {
  const roleDefinitionId = `/subscriptions/${payments.id}/providers/Microsoft.Authorization/roleDefinitions/${keyVaultReader}`
  const id = `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`
  const createdAt = new Date('2025-01-15T21:08:45.490Z')
  return { id, principalId: 'somebody', principalType: 'Group' as const, roleDefinitionId, scope, createdAt }
}

export const estate: Estate = {
  subscriptions: [payments, platform],
  resourceGroups: [
    {
      id: `/subscriptions/${payments.id}/resourceGroups/RG-Main`,
      name: 'RG-Main',
      subscriptionId: payments.id,
      location: 'westeurope',
      tags: { team: 'payments' },
    },
  ],
  vaults: Object.values(vaults),
  workspaces: [dedicated, shared],
  roleAssignments: [
    assignment(vaults.pay.id, 'on-vault'),
    assignment(`/subscriptions/${payments.id}`, 'on-subscription'),
    assignment('/providers/Microsoft.Management/managementGroups/mg-business', 'on-group'),
    { ...assignment('', 'on-root'), scope: '/' },
  ],
  eventTopics: [
    {
      id: `/subscriptions/${payments.id}/resourceGroups/RG-Main/providers/Microsoft.EventGrid/systemTopics/evgt-pay`,
      name: 'evgt-pay',
      subscriptionId: payments.id,
      resourceGroup: 'RG-Main',
      location: 'westeurope',
      source: vaults.pay.id,
    },
  ],
}

const kemptIdentity = {
  objectId: 'kempt-object',
  applicationId: 'kempt-app',
  name: 'id-kempt',
  secret: 'unused',
  resourceId: '/kempt-identity',
}

/** The surroundings of a service, and a way to sign in. `accesses` are told per workspace; so are `lateLogs`. */
export async function sampleAzure(
  accesses: (workspace: string) => Access[] = () => [],
  lateLogs: Organization['lateLogs'] = () => [],
) {
  // The language service needs a second to get warm; better while the test file loads than in its first test.
  compile('resources | summarize count() by type', resourceGraphSchema)
  const organization: Organization = {
    tenantId,
    tenantName: 'Sample',
    domain: 'sample.example',
    kempt: { clientId: '', clientSecret: '' },
    kemptIdentity,
    people: [],
    estateAt: () => estate,
    objectsAt: () => [],
    accesses: (id, from, to) => accesses(id).filter(({ at }) => at >= from && at < to),
    lateLogs,
    valueOf: () => 'CANARY',
    amend() {},
  }
  const clock = createClock()
  clock.set(now)
  const tokens = await createTokens(tenantId)
  const azure: Azure = { clock, journal: createJournal(), tokens, organization, origin: 'http://127.0.0.1:7680' }
  const bearer = async (audience: string, { objectId = kemptIdentity.objectId, tid = tenantId, seconds = 3600 } = {}) =>
    `Bearer ${await tokens.sign({ aud: audience, tid, oid: objectId, appid: kemptIdentity.applicationId }, seconds)}`
  return { azure, bearer }
}
