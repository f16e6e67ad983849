import { expect, test } from 'vitest'
import { observeVersions } from './observe-versions.ts'
import { scriptedAzure, secretItem, vault } from './testing/scripted-azure.ts'

const ref = { kind: 'secret', name: 'stripe-key' } as const
const version = (number: number) => secretItem(`stripe-key/${number.toString(16).padStart(32, '0')}`)

test('versions are read from the list of versions', async () => {
  const { azure, sent } = scriptedAzure(() => ({ body: { value: [version(1), version(2)] } }))
  expect(await observeVersions(azure, vault, ref)).toMatchObject({
    status: 'read',
    value: [
      { version: '00000000000000000000000000000001', enabled: true, createdAt: new Date('2026-01-01T00:00:00Z') },
      { version: '00000000000000000000000000000002' },
    ],
  })
  expect(sent[0]?.url.pathname).toBe('/secrets/stripe-key/versions')
})

test('an object with more versions than are looked at is read in part', async () => {
  const { azure, sent } = scriptedAzure(({ url }) => {
    const from = Number(url.searchParams.get('$skiptoken') ?? 0)
    const value = Array.from({ length: 25 }, (_, index) => version(from + index))
    return { body: { value, nextLink: `${vault.uri}/secrets/stripe-key/versions?$skiptoken=${from + 25}` } }
  })
  const observed = await observeVersions(azure, vault, ref, { cap: 60 })
  expect(observed).toMatchObject({ status: 'partly', missing: 'items', reason: { code: 'not-asked' } })
  expect(observed.status === 'partly' && observed.value.length).toBe(60)
  expect(sent.length).toBe(3)
})

test('an object that is gone by now, and an item without a version, are said', async () => {
  const gone = scriptedAzure(() => ({ status: 404, body: { error: { code: 'SecretNotFound' } } }))
  expect(await observeVersions(gone.azure, vault, ref)).toMatchObject({ status: 'not', reason: { code: 'not-found' } })
  const odd = scriptedAzure(() => ({ body: { value: [secretItem('stripe-key')] } }))
  expect(await observeVersions(odd.azure, vault, ref)).toMatchObject({
    status: 'not',
    reason: { code: 'malformed-answer' },
  })
})
