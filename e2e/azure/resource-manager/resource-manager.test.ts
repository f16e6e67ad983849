import { expect, test } from 'vitest'
import { askingOf } from '../key-vault/asking.ts'
import type { Vault } from '../organization/organization.ts'
import { createResourceManager } from './resource-manager.ts'

const now = new Date('2026-11-20T03:00:00Z')
const audience = 'https://management.azure.com'
const service = createResourceManager({ pageSize: 10 })
const { organization, ask } = await askingOf(service, audience, now)
const estate = organization.estateAt(now)
const vaultThat = (test: (vault: Vault) => boolean) => {
  const vault = estate.vaults.find(test)
  if (!vault) throw new Error('no such vault in the estate')
  return vault
}
const some = vaultThat(({ access, diagnosticSettings }) => access === 'readable' && diagnosticSettings.length > 0)

const url = (path: string, apiVersion = '2026-02-01') => `${audience}${path}?api-version=${apiVersion}`

type Resource = { id: string; name: string; properties: Record<string, unknown> }
const isList = (body: unknown): body is { value: Resource[]; nextLink?: string } =>
  typeof body === 'object' && body !== null && 'value' in body && Array.isArray(body.value)

async function everything(first: string): Promise<Resource[]> {
  const resources: Resource[] = []
  for (let next: string | undefined = first; next; ) {
    const { status, body } = await ask(next)
    if (status !== 200 || !isList(body)) throw new Error(`${next}: ${status}`)
    resources.push(...body.value)
    next = body.nextLink
  }
  return resources
}

test('all subscriptions, with tenant and tags', async () => {
  const { body } = await ask(url('/subscriptions', '2022-12-01'))
  expect(isList(body) && body.value).toHaveLength(estate.subscriptions.length)
  expect(body.count).toEqual({ type: 'Total', value: estate.subscriptions.length })
})

test('a vault, whatever the case of its path', async () => {
  const { status, body } = await ask(url(some.id.toUpperCase()))
  expect(status).toBe(200)
  expect(body).toMatchObject({ id: some.id, type: 'Microsoft.KeyVault/vaults', properties: some.properties })
})

test('diagnostic settings with their destination and logs', async () => {
  const path = `${some.id}/providers/Microsoft.Insights/diagnosticSettings`
  const { body } = await ask(url(path, '2021-05-01-preview'))
  expect(isList(body) && body.value[0]).toMatchObject({
    type: 'Microsoft.Insights/diagnosticSettings',
    properties: {
      workspaceId: some.diagnosticSettings[0]?.workspaceId,
      logs: some.diagnosticSettings[0]?.logs.map(({ enabled }) => expect.objectContaining({ enabled })),
    },
  })
})

test.each(['secrets', 'keys'])('%s of a vault whose firewall lets nobody in, page by page', async (collection) => {
  const closed = vaultThat(({ access }) => access === 'firewall')
  const kind = collection === 'secrets' ? 'secret' : 'key'
  const expected = organization
    .objectsAt(closed.name, now)
    .filter((object) => object.kind === kind && !object.deletedAt)
    .map(({ name }) => name)
  const listed = await everything(url(`${closed.id}/${collection}`, '2023-07-01'))
  expect(listed.map(({ name }) => name).sort()).toEqual(expected.sort())
  expect(JSON.stringify(listed)).not.toMatch(/CANARY|"managed"/)
})

test('a single key tells what it is made of, a list does not', async () => {
  const vault = vaultThat(({ name }) => organization.objectsAt(name, now).some(({ kind }) => kind === 'key'))
  const [first] = await everything(url(`${vault.id}/keys`))
  expect(first?.properties).not.toHaveProperty('kty')
  const { body } = await ask(url(`${vault.id}/keys/${first?.name}`))
  expect(body.properties).toHaveProperty('kty')
})

test('vaults that were deleted and can still be recovered', async () => {
  const deleted = estate.deletedVaults ?? []
  expect(deleted.length).toBeGreaterThan(0)
  const listed = await Promise.all(
    estate.subscriptions.map(({ id }) =>
      everything(url(`/subscriptions/${id}/providers/Microsoft.KeyVault/deletedVaults`)),
    ),
  )
  expect(
    listed
      .flat()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(deleted.map(({ name }) => name).sort())
  expect(listed.flat()[0]?.properties).toMatchObject({ scheduledPurgeDate: expect.stringMatching(/^\d{4}-.*Z$/) })
})

test('every vault of a subscription', async () => {
  const listed = await Promise.all(
    estate.subscriptions.map(({ id }) => everything(url(`/subscriptions/${id}/providers/Microsoft.KeyVault/vaults`))),
  )
  expect(listed.flat()).toHaveLength(estate.vaults.length)
})

test('it leaves Resource Graph to another service', () => {
  expect(service.answersFor('management.azure.com', '/subscriptions')).toBe(true)
  expect(service.answersFor('management.azure.com', '/providers/Microsoft.ResourceGraph/resources')).toBe(false)
})
