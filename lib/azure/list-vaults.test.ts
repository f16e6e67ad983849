import { expect, test } from 'vitest'
import { listVaults } from './list-vaults.ts'
import { listWorkspaces } from './list-workspaces.ts'
import { estate, rows, subscriptionId, tenantId, vaultRow } from './testing/scripted-estate.ts'

test('a vault comes with the names and tags of the place it is in', async () => {
  const { azure, sent } = estate({ vaults: () => rows([vaultRow('KV-Orders', {}, { tags: { env: 'prod' } })]) })
  const { vaults, unreadable } = await listVaults(azure)
  expect(unreadable).toEqual([])
  expect(vaults).toMatchObject([
    {
      resourceId: `/subscriptions/${subscriptionId}/resourcegroups/rg-app/providers/microsoft.keyvault/vaults/kv-orders`,
      name: 'KV-Orders',
      uri: 'https://kv-orders.vault.azure.net',
      tenantId,
      subscriptionName: 'Halden Production',
      managementGroups: ['Production', 'mg-root'],
      tags: { env: 'prod' },
      resourceGroupTags: { owner: 'orders' },
      subscriptionTags: { owner: 'platform' },
    },
  ])
  expect(sent[0]?.url.pathname).toBe('/providers/Microsoft.ResourceGraph/resources')
  expect(sent[0]?.body).toMatchObject({ options: { $top: 1000, resultFormat: 'objectArray' } })
})

test('the subscriptions in scope are told, with the ids of the groups above them', async () => {
  const { azure } = estate({})
  const { subscriptionIds, managementGroupIdsOf } = await listVaults(azure)
  expect(subscriptionIds).toEqual([subscriptionId])
  expect(managementGroupIdsOf(subscriptionId.toUpperCase())).toEqual(['mg-prod', 'mg-root'])
  expect(managementGroupIdsOf('another')).toEqual([])
})

test('settings nobody ever touched are absent, and mean what Azure means by it', async () => {
  const { azure } = estate({
    vaults: () =>
      rows([vaultRow('kv-old', { networkAcls: null, enablePurgeProtection: null, enableRbacAuthorization: null })]),
  })
  expect((await listVaults(azure)).vaults[0]?.settings).toEqual({
    sku: 'standard',
    accessModel: 'access-policy',
    publicNetworkAccess: 'enabled',
    firewallDefaultAction: 'allow',
    trustedServicesBypass: true,
    ipRules: [],
    virtualNetworkRules: [],
    purgeProtection: false,
    softDelete: true,
    softDeleteRetentionDays: null,
    privateEndpoints: [],
    accessPolicies: [],
  })
})

test('settings that are there are read whatever their case', async () => {
  const properties = {
    enableRbacAuthorization: true,
    enablePurgeProtection: true,
    enableSoftDelete: false,
    softDeleteRetentionInDays: 7,
    publicNetworkAccess: 'SecuredByPerimeter',
    networkAcls: {
      bypass: 'None',
      defaultAction: 'Deny',
      ipRules: [{ value: '203.0.113.7' }, { value: '203.0.113.0/24' }],
      virtualNetworkRules: [{ id: '/subscriptions/S/subnets/App' }],
    },
    privateEndpointConnections: [
      {
        id: 'pec',
        properties: { privateEndpoint: { id: '/S/PE1' }, privateLinkServiceConnectionState: { status: 'Approved' } },
      },
    ],
    accessPolicies: [{ tenantId, objectId: 'o1', permissions: { secrets: ['Get', 'LIST'], storage: ['all'] } }],
  }
  const { azure } = estate({ vaults: () => rows([vaultRow('kv-new', properties)]) })
  expect((await listVaults(azure)).vaults[0]?.settings).toEqual({
    sku: 'standard',
    accessModel: 'rbac',
    publicNetworkAccess: 'secured-by-perimeter',
    firewallDefaultAction: 'deny',
    trustedServicesBypass: false,
    ipRules: ['203.0.113.7/32', '203.0.113.0/24'],
    virtualNetworkRules: ['/subscriptions/s/subnets/app'],
    purgeProtection: true,
    softDelete: false,
    softDeleteRetentionDays: 7,
    privateEndpoints: [{ id: '/s/pe1', status: 'Approved' }],
    accessPolicies: [{ objectId: 'o1', applicationId: null, secrets: ['get', 'list'], keys: [], certificates: [] }],
  })
})

test.each([
  ['an unknown word', { publicNetworkAccess: 'Sometimes' }, 'properties.publicNetworkAccess'],
  ['a host of somebody else', { vaultUri: 'https://kv-bad.example.net/' }, 'properties.vaultUri'],
  ['no tenant', { tenantId: null }, 'properties.tenantId'],
])('a vault with %s is reported and does not lose the others', async (_, properties, field) => {
  const { azure } = estate({ vaults: () => rows([vaultRow('kv-good'), vaultRow('kv-bad', properties)]) })
  const { vaults, unreadable } = await listVaults(azure)
  expect(vaults.map(({ name }) => name)).toEqual(['kv-good'])
  expect(unreadable).toMatchObject([
    {
      name: 'kv-bad',
      resourceId: expect.stringMatching(/kv-bad$/),
      reason: { code: 'malformed-answer', detail: expect.stringContaining(field) },
    },
  ])
})

test('who sees no subscription has no rights, not no vaults', async () => {
  const { azure } = estate({ subscriptions: rows([]) })
  await expect(listVaults(azure)).rejects.toMatchObject({ reason: { code: 'forbidden' } })
})

test('workspaces come with the id that queries are addressed to, and how long they keep rows', async () => {
  const id = '/subscriptions/S/resourceGroups/RG/providers/Microsoft.OperationalInsights/workspaces/LAW'
  const { azure } = estate({
    workspaces: rows([
      { id, name: 'LAW', customerId: tenantId, retentionDays: 90 },
      { id: 'old', name: 'old', customerId: tenantId },
      { id: 'odd', name: 'odd', customerId: tenantId, retentionDays: 'long' },
      { id: 'new', name: 'new', customerId: '' },
    ]),
  })
  const known = { customerId: tenantId, retentionDays: null }
  expect(await listWorkspaces(azure)).toEqual([
    { resourceId: id.toLowerCase(), name: 'LAW', customerId: tenantId, retentionDays: 90 },
    { resourceId: 'old', name: 'old', ...known },
    { resourceId: 'odd', name: 'odd', ...known },
  ])
})
