import { expect, test } from 'vitest'
import { listDeletedVaults } from './list-deleted-vaults.ts'
import { type Answer, scriptedAzure } from './testing/scripted-azure.ts'

const [one, two] = ['11111111-2222-3333-4444-555555555555', '66666666-2222-3333-4444-555555555555']
const pathOf = (subscription: string) => `/subscriptions/${subscription}/providers/Microsoft.KeyVault/deletedVaults`

const deleted = (name: string, properties: Record<string, unknown> = {}) => ({
  id: `/subscriptions/${one}/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/${name}`,
  name,
  type: 'Microsoft.KeyVault/deletedVaults',
  properties: {
    vaultId: `/subscriptions/${one}/resourceGroups/RG-App/providers/Microsoft.KeyVault/vaults/${name}`,
    location: 'westeurope',
    tags: { env: 'test' },
    deletionDate: '2026-11-01T00:00:59Z',
    scheduledPurgeDate: '2027-01-30T00:00:59.1234567Z',
    purgeProtectionEnabled: true,
    ...properties,
  },
})

test('a deleted vault comes with what it takes to recover it, and until when', async () => {
  const { azure, sent } = scriptedAzure(() => ({ body: { value: [deleted('KV-Old')] } }))
  expect(await listDeletedVaults(azure, [one])).toEqual({
    vaults: [
      {
        resourceId: `/subscriptions/${one}/resourcegroups/rg-app/providers/microsoft.keyvault/vaults/kv-old`,
        name: 'KV-Old',
        subscriptionId: one,
        location: 'westeurope',
        deletedAt: new Date('2026-11-01T00:00:59Z'),
        scheduledPurgeAt: new Date('2027-01-30T00:00:59.123Z'),
        purgeProtected: true,
        tags: { env: 'test' },
      },
    ],
    failures: [],
  })
  expect(sent.map(({ method, url }) => `${method} ${url.href}`)).toEqual([
    `GET https://management.azure.com${pathOf(one)}?api-version=2026-02-01`,
  ])
})

test('pages are followed to their end; what says nothing of purge protection has none', async () => {
  const next = `https://management.azure.com${pathOf(one)}?api-version=2026-02-01&%24skiptoken=two`
  const { azure } = scriptedAzure(({ url }) =>
    url.searchParams.has('$skiptoken')
      ? { body: { value: [deleted('kv-b', { purgeProtectionEnabled: null, tags: null })] } }
      : { body: { value: [], nextLink: next } },
  )
  expect((await listDeletedVaults(azure, [one])).vaults).toMatchObject([
    { name: 'kv-b', purgeProtected: false, tags: {} },
  ])
})

test('a subscription that fails does not lose the others, nor what was seen of it', async () => {
  const odd = deleted('kv-odd', { deletionDate: 'yesterday' })
  const answers: Record<string, Answer> = {
    [pathOf(one)]: { body: { value: [deleted('kv-a'), odd] } },
    [pathOf(two)]: { status: 403, body: { error: { code: 'AuthorizationFailed' } } },
  }
  const { azure } = scriptedAzure(({ url }) => answers[url.pathname] ?? { body: { value: [] } })
  expect(await listDeletedVaults(azure, [one, two, 'empty'])).toMatchObject({
    vaults: [{ name: 'kv-a' }],
    failures: [
      { subscriptionId: one, reason: { code: 'malformed-answer' } },
      {
        subscriptionId: two,
        reason: { code: 'forbidden', detail: expect.stringContaining(`the deleted vaults of subscription ${two}`) },
      },
    ],
  })
})

test('no subscriptions, no calls', async () => {
  const { azure, sent } = scriptedAzure(() => ({ status: 500 }))
  expect(await listDeletedVaults(azure, [])).toEqual({ vaults: [], failures: [] })
  expect(sent).toEqual([])
})
