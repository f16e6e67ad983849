import { expect, test } from 'vitest'
import { observeDeleted } from './observe-deleted.ts'
import { type Answer, forbidden, scriptedAzure, secretItem, vault } from './testing/scripted-azure.ts'

const deletedDate = 1_767_225_600
const scheduledPurgeDate = deletedDate + 90 * 86_400
const version = '8fbb0accbfbe4ee4b025649ebabae465'
const deleted = (name: string, more: Record<string, unknown> = {}) => ({
  recoveryId: `${vault.uri}/deletedsecrets/${name}`,
  deletedDate,
  scheduledPurgeDate,
  ...secretItem(name, more),
})
const { id: _, ...keyFields } = deleted('data-key')
const page = (...value: unknown[]): Answer => ({ body: { value, nextLink: null } })

/** Answers by collection; an empty list unless told. */
const observe = (answers: Record<string, Answer>) =>
  observeDeleted(scriptedAzure(({ url }) => answers[url.pathname] ?? page()).azure, vault)

test('the three lists are one, without what was deleted along with its certificate', async () => {
  const observed = await observe({
    '/deletedsecrets': page(
      deleted(`stripe-key/${version}`, { tags: { owner: 'orders' } }),
      deleted('orders-tls', { managed: true }),
    ),
    '/deletedkeys': page({ ...keyFields, kid: `${vault.uri}/keys/data-key/${version}` }),
    '/deletedcertificates': page(deleted('orders-tls', { id: `${vault.uri}/certificates/orders-tls` })),
  })
  const dates = { deletedAt: new Date('2026-01-01T00:00:00Z'), scheduledPurgeAt: new Date('2026-04-01T00:00:00Z') }
  expect(observed).toEqual({
    status: 'read',
    value: [
      { kind: 'secret', name: 'stripe-key', tags: { owner: 'orders' }, ...dates },
      { kind: 'key', name: 'data-key', tags: {}, ...dates },
      { kind: 'certificate', name: 'orders-tls', tags: {}, ...dates },
    ],
  })
})

test('an empty page in the middle is not the end', async () => {
  const { azure, sent } = scriptedAzure(({ url }) => {
    if (url.pathname !== '/deletedsecrets') return page()
    const next = `${vault.uri}:443/deletedsecrets?api-version=2026-04-01&$skiptoken=two&maxresults=25`
    return url.searchParams.has('$skiptoken') ? page(deleted('late')) : { body: { value: [], nextLink: next } }
  })
  expect(await observeDeleted(azure, vault)).toMatchObject({ status: 'read', value: [{ name: 'late' }] })
  expect(sent.filter(({ url }) => url.pathname === '/deletedsecrets').length).toBe(2)
})

test('one that will never be purged by itself has no date for it', async () => {
  const { scheduledPurgeDate: _, ...item } = deleted('old')
  expect(await observe({ '/deletedsecrets': page(item) })).toMatchObject({ value: [{ scheduledPurgeAt: null }] })
})

test('a list that fails leaves the others, and says what is missing', async () => {
  const shut = forbidden('AccessDenied')
  expect(await observe({ '/deletedsecrets': page(deleted('a')), '/deletedkeys': shut })).toMatchObject({
    status: 'partly',
    missing: 'items',
    value: [{ name: 'a' }],
    reason: {
      code: 'forbidden-by-access-policy',
      detail: expect.stringContaining('the deleted keys of vault kv-orders'),
    },
  })
  expect(await observe({ '/deletedkeys': shut })).toMatchObject({ status: 'partly', value: [] })
  const all = { '/deletedsecrets': shut, '/deletedkeys': shut, '/deletedcertificates': shut }
  expect(await observe(all)).toMatchObject({ status: 'not', reason: { code: 'forbidden-by-access-policy' } })
})

test.each([
  ['no date of deletion', { ...secretItem('odd') }],
  ['no attributes', { id: `${vault.uri}/secrets/odd`, deletedDate }],
  ['the id of another vault', deleted('odd', { id: 'https://kv-other.vault.azure.net/secrets/odd' })],
])('an item with %s is missing, not left out', async (_, item) => {
  expect(await observe({ '/deletedsecrets': page(deleted('good'), item) })).toMatchObject({
    status: 'partly',
    value: [{ name: 'good' }],
    reason: { code: 'malformed-answer' },
  })
})
