import { expect, test } from 'vitest'
import { observeObjects } from './observe-objects.ts'
import { type Answer, forbidden, scriptedAzure, secretItem, vault } from './testing/scripted-azure.ts'

const nextLink = (token: string, origin = 'https://kv-orders.vault.azure.net:443') =>
  `${origin}/secrets?api-version=7.2&$skiptoken=${token}&maxresults=25`

/** Pages by their skip token; the first has none. */
const pages = (answers: Record<string, Answer>) => (sent: { url: URL }) =>
  answers[sent.url.searchParams.get('$skiptoken') ?? 'first'] ?? { status: 500 }

test('a secret is read with its dates, tags and recovery level, by a list of at most 25', async () => {
  const item = secretItem('Stripe-Key', {
    contentType: 'text/plain',
    tags: { owner: 'ana' },
    managed: true,
    attributes: {
      enabled: false,
      nbf: 1_767_225_600,
      exp: 1_798_761_600,
      created: 1_767_225_600,
      updated: 1_767_312_000,
      recoveryLevel: 'Purgeable',
    },
  })
  const { azure, sent, tokens } = scriptedAzure(() => ({ body: { value: [item], nextLink: null } }))
  expect(await observeObjects(azure, vault, 'secret')).toEqual({
    status: 'read',
    value: [
      {
        kind: 'secret',
        name: 'Stripe-Key',
        enabled: false,
        notBeforeAt: new Date('2026-01-01T00:00:00Z'),
        expiresAt: new Date('2027-01-01T00:00:00Z'),
        createdAt: new Date('2026-01-01T00:00:00Z'),
        updatedAt: new Date('2026-01-02T00:00:00Z'),
        contentType: 'text/plain',
        tags: { owner: 'ana' },
        managed: true,
        recoveryLevel: 'Purgeable',
      },
    ],
  })
  expect(sent.map(({ method, url }) => `${method} ${url.href}`)).toEqual([
    'GET https://kv-orders.vault.azure.net/secrets?api-version=2026-04-01&maxresults=25',
  ])
  expect(tokens).toEqual([{ scopes: ['https://vault.azure.net/.default'], tenantId: vault.tenantId }])
})

test('what Azure leaves out was never set', async () => {
  const { azure } = scriptedAzure(() => ({ body: { value: [secretItem('a')] } }))
  expect(await observeObjects(azure, vault, 'secret')).toMatchObject({
    value: [{ notBeforeAt: null, expiresAt: null, contentType: null, tags: {}, managed: false }],
  })
})

test('keys are named by kid, certificates by id', async () => {
  const attributes = { enabled: true, created: 1, updated: 1 }
  const key = scriptedAzure(() => ({ body: { value: [{ kid: `${vault.uri}/keys/k1`, attributes }] } }))
  expect(await observeObjects(key.azure, vault, 'key')).toMatchObject({ value: [{ kind: 'key', name: 'k1' }] })
  const item = { id: `${vault.uri}/certificates/c1`, x5t: 'abc', subject: '', attributes }
  const certificate = scriptedAzure(() => ({ body: { value: [item] } }))
  expect(await observeObjects(certificate.azure, vault, 'certificate')).toMatchObject({ value: [{ name: 'c1' }] })
})

test('pages are followed to the end, past an empty one', async () => {
  const { azure } = scriptedAzure(
    pages({
      first: { body: { value: [secretItem('a')], nextLink: nextLink('2') } },
      2: { body: { value: [], nextLink: nextLink('3') } },
      3: { body: { value: [secretItem('b'), secretItem('A')], nextLink: null } },
    }),
  )
  const observed = await observeObjects(azure, vault, 'secret')
  expect(observed).toMatchObject({ status: 'read', value: [{ name: 'A' }, { name: 'b' }] })
})

test('a page that fails for good leaves what was read before it', async () => {
  const { azure, sent } = scriptedAzure(
    pages({ first: { body: { value: [secretItem('a')], nextLink: nextLink('2') } }, 2: { status: 503 } }),
  )
  expect(await observeObjects(azure, vault, 'secret')).toMatchObject({
    status: 'partly',
    missing: 'items',
    value: [{ name: 'a' }],
    reason: { code: 'server-error' },
  })
  expect(sent.length).toBe(6)
})

test.each([
  ['another host', nextLink('2', 'https://evil.vault.azure.net')],
  ['a value', `${vault.uri}/secrets/a?$skiptoken=2`],
  ['plain http', nextLink('2', 'http://kv-orders.vault.azure.net')],
  ['no address at all', '/secrets?$skiptoken=2'],
])('a link to %s is not followed', async (_, link) => {
  const { azure, sent } = scriptedAzure(() => ({ body: { value: [secretItem('a')], nextLink: link } }))
  expect(await observeObjects(azure, vault, 'secret')).toMatchObject({
    status: 'partly',
    reason: { code: 'malformed-answer' },
  })
  expect(sent.length).toBe(1)
})

test('pages that go round in a circle are left', async () => {
  const { azure } = scriptedAzure(() => ({ body: { value: [secretItem('a')], nextLink: nextLink('again') } }))
  expect(await observeObjects(azure, vault, 'secret')).toMatchObject({ reason: { code: 'malformed-answer' } })
})

test.each([
  ['without an id', { attributes: { enabled: true, created: 1, updated: 1 } }],
  ['of another vault', { ...secretItem('b'), id: 'https://kv-other.vault.azure.net/secrets/b' }],
  ['of another kind', { ...secretItem('b'), id: `${vault.uri}/keys/b` }],
  ['without dates', { ...secretItem('b'), attributes: { enabled: true } }],
  ['with a date beyond the calendar', { ...secretItem('b'), attributes: { enabled: true, created: 1e15, updated: 1 } }],
])('an item %s is missing, not left out in silence', async (_, item) => {
  const { azure } = scriptedAzure(() => ({ body: { value: [secretItem('a'), item] } }))
  expect(await observeObjects(azure, vault, 'secret')).toMatchObject({
    status: 'partly',
    missing: 'items',
    value: [{ name: 'a' }],
    reason: { code: 'malformed-answer', detail: expect.stringContaining('1 of its items') },
  })
})

test('an answer that is no list is malformed, an empty list is read', async () => {
  const odd = scriptedAzure(() => ({ body: { secrets: [] } }))
  expect(await observeObjects(odd.azure, vault, 'secret')).toMatchObject({
    status: 'not',
    reason: { code: 'malformed-answer' },
  })
  const empty = scriptedAzure(() => ({ body: { value: [] } }))
  expect(await observeObjects(empty.azure, vault, 'secret')).toEqual({ status: 'read', value: [] })
})

const armItem = (name: string, contentType?: string) => ({
  name,
  properties: {
    attributes: { enabled: true, created: 1_767_225_600, updated: 1_767_225_600, recoveryLevel: 'Purgeable' },
    contentType,
  },
})
const shutVault = (answer: Answer, arm: Answer) => (sent: { url: URL }) =>
  sent.url.hostname === 'management.azure.com' ? arm : answer

test.each<[string, Answer]>([
  ['forbidden-by-rbac', forbidden('ForbiddenByRbac')],
  ['forbidden-by-access-policy', forbidden('AccessDenied')],
  ['forbidden-by-firewall', forbidden('ForbiddenByFirewall')],
  ['forbidden-by-connection', forbidden('ForbiddenByConnection')],
  ['name-not-resolved', { error: 'ENOTFOUND' }],
  ['connection-failed', { error: 'ERR_PROXY_TUNNEL' }],
])('a vault that is shut (%s) is read from the control plane, with its own reason', async (code, answer) => {
  const arm = { body: { value: [armItem('a', 'text/plain'), armItem('b', 'application/x-pkcs12')] } }
  const { azure, sent } = scriptedAzure(shutVault(answer, arm))
  expect(await observeObjects(azure, vault, 'secret')).toMatchObject({
    status: 'partly',
    missing: 'fields',
    value: [
      { name: 'a', managed: false, recoveryLevel: null },
      { name: 'b', managed: null, recoveryLevel: null },
    ],
    reason: { code },
  })
  expect(sent.at(-1)?.url.href).toBe(`https://management.azure.com${vault.resourceId}/secrets?api-version=2026-02-01`)
})

test('when the control plane refuses too, the vault gives the reason', async () => {
  const arm = { status: 403, body: { error: { code: 'AuthorizationFailed' } } }
  const { azure } = scriptedAzure(shutVault(forbidden('ForbiddenByFirewall'), arm))
  expect(await observeObjects(azure, vault, 'key')).toMatchObject({
    status: 'not',
    reason: { code: 'forbidden-by-firewall' },
  })
})

test('certificates have no list there, and a throttled vault is not shut', async () => {
  const shut = scriptedAzure(() => forbidden('ForbiddenByFirewall'))
  expect(await observeObjects(shut.azure, vault, 'certificate')).toMatchObject({ status: 'not' })
  expect(shut.sent.length).toBe(1)
  const busy = scriptedAzure(() => ({ status: 429 }))
  expect(await observeObjects(busy.azure, vault, 'secret')).toMatchObject({
    status: 'not',
    reason: { code: 'throttled' },
  })
  expect(busy.sent.every(({ url }) => url.hostname === 'kv-orders.vault.azure.net')).toBe(true)
})
