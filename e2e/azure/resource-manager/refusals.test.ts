import { expect, test } from 'vitest'
import { askingOf } from '../key-vault/asking.ts'
import type { Vault } from '../organization/organization.ts'
import { createResourceManager } from './resource-manager.ts'

const now = new Date('2026-11-20T03:00:00Z')
const audience = 'https://management.azure.com'
const { organization, ask, bearer } = await askingOf(createResourceManager(), audience, now)
const estate = organization.estateAt(now)
const vaultThat = (test: (vault: Vault) => boolean) => {
  const vault = estate.vaults.find(test)
  if (!vault) throw new Error('no such vault in the estate')
  return vault
}
const some = vaultThat(({ access, diagnosticSettings }) => access === 'readable' && diagnosticSettings.length > 0)

const url = (path: string, apiVersion = '2026-02-01') => `${audience}${path}?api-version=${apiVersion}`

test.each([
  ['no token', async () => null, 401, 'AuthenticationFailed'],
  ['an expired token', () => bearer({}, -60), 401, 'ExpiredAuthenticationToken'],
  [
    'a token for Key Vault',
    () => bearer({ aud: 'https://vault.azure.net' }),
    401,
    'InvalidAuthenticationTokenAudience',
  ],
  ['a token of another tenant', () => bearer({ tid: 'another' }), 401, 'InvalidAuthenticationTokenTenant'],
  ['somebody without a role', () => bearer({ oid: 'somebody' }), 403, 'AuthorizationFailed'],
])('%s', async (_, authorization, status, code) => {
  const answer = await ask(url(some.id), { authorization: await authorization() })
  expect(answer.status).toBe(status)
  expect(answer.body).toMatchObject({ error: { code } })
})

test('the older name of the audience is good', async () => {
  const authorization = await bearer({ aud: 'https://management.core.windows.net/' })
  expect((await ask(url(some.id), { authorization })).status).toBe(200)
})

test('somebody without a role sees no subscription', async () => {
  const { body } = await ask(url('/subscriptions', '2022-12-01'), {
    authorization: await bearer({ oid: 'somebody' }),
  })
  expect(body).toMatchObject({ value: [] })
})

const [subscription] = estate.subscriptions
test.each([
  ['a vault that is not there', `${some.id}x`, '2026-02-01', 404, 'ResourceNotFound'],
  [
    'a group that is not there',
    `/subscriptions/${subscription?.id}/resourceGroups/none/providers/Microsoft.KeyVault/vaults/x`,
    '2026-02-01',
    404,
    'ResourceGroupNotFound',
  ],
  [
    'a subscription that is not there',
    '/subscriptions/none/providers/Microsoft.KeyVault/vaults',
    '2026-02-01',
    404,
    'SubscriptionNotFound',
  ],
  [
    'a path that means nothing',
    '/subscriptions/none/providers/Microsoft.Nothing/things',
    '2026-02-01',
    404,
    'InvalidResourceType',
  ],
  ['an api-version no provider knows', some.id, '2099-01-01', 400, 'NoRegisteredProviderFound'],
  ['an api-version subscriptions do not know', '/subscriptions', '2099-01-01', 400, 'InvalidApiVersionParameter'],
  ['no api-version', some.id, '', 400, 'MissingApiVersionParameter'],
])('%s', async (_, path, apiVersion, status, code) => {
  const answer = await ask(url(path, apiVersion))
  expect(answer.status).toBe(status)
  expect(answer.body).toMatchObject({ error: { code } })
})

test('diagnostic settings of the one vault that keeps them to itself', async () => {
  const closed = vaultThat(({ diagnosticsAccess }) => diagnosticsAccess === 'denied')
  const { status, body } = await ask(
    url(`${closed.id}/providers/Microsoft.Insights/diagnosticSettings`, '2021-05-01-preview'),
  )
  expect(status).toBe(403)
  expect(body).toMatchObject({
    error: {
      code: 'AuthorizationFailed',
      message: expect.stringContaining('Microsoft.Insights/diagnosticSettings/read'),
    },
  })
})

test('a write, which is a violation', async () => {
  const { status, violation } = await ask(url(some.id), { method: 'PUT' })
  expect(status).toBe(403)
  expect(violation).toBe(`WRITE PUT ${some.id}`)
})

test('an empty bucket, per subscription, with the seconds to wait', async () => {
  let realMs = 0
  const hurried = await askingOf(createResourceManager({ nowMs: () => realMs }), audience, now)
  for (let call = 0; call < 249; call++) await hurried.ask(url(some.id))
  const last = await hurried.ask(url(some.id))
  expect(last.headers['x-ms-ratelimit-remaining-subscription-reads']).toBe('0')
  const refused = await hurried.ask(url(some.id))
  expect(refused.status).toBe(429)
  expect(refused.headers['retry-after']).toBe('1')
  const elsewhere = vaultThat(({ subscriptionId }) => subscriptionId !== some.subscriptionId)
  expect((await hurried.ask(url(elsewhere.id))).status).toBe(200)
  realMs = 1000
  expect((await hurried.ask(url(some.id))).headers['x-ms-ratelimit-remaining-subscription-reads']).toBe('24')
})
