import { expect, test } from 'vitest'
import { observeRotationPolicy } from './observe-rotation-policy.ts'
import { forbidden, scriptedAzure, vault } from './testing/scripted-azure.ts'

const ref = { kind: 'key', name: 'Data-Key' } as const
const notify = { trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'Notify' } }
const observe = (body: unknown) => observeRotationPolicy(scriptedAzure(() => ({ body })).azure, vault, ref)

test('a key that rotates says when', async () => {
  const rotate = { trigger: { timeAfterCreate: 'P90D' }, action: { type: 'Rotate' } }
  const { azure, sent } = scriptedAzure(() => ({
    body: {
      id: `${vault.uri}/keys/Data-Key/rotationpolicy`,
      lifetimeActions: [notify, rotate],
      attributes: { expiryTime: 'P2Y', created: 1_482_188_947, updated: 1_482_188_948 },
    },
  }))
  expect(await observeRotationPolicy(azure, vault, ref)).toEqual({
    status: 'read',
    value: { automatic: true, trigger: '90 days after creation', issuer: null },
  })
  expect(sent.map(({ method, url }) => `${method} ${url.href}`)).toEqual([
    `GET ${vault.uri}/keys/Data-Key/rotationpolicy?api-version=2025-07-01`,
  ])
})

test('a key that only notifies does not rotate, whoever configured it', async () => {
  const value = { automatic: false, trigger: null, issuer: null }
  expect(await observe({ lifetimeActions: [notify], attributes: {} })).toEqual({ status: 'read', value })
  expect(await observe({ lifetimeActions: [] })).toEqual({ status: 'read', value })
})

test.each([
  ['before expiry', { timeBeforeExpiry: 'P1M' }, '1 month before expiry'],
  ['after an odd time', { timeAfterCreate: 'P1DT12H', timeBeforeExpiry: null }, 'P1DT12H after creation'],
  ['at no time it says', {}, null],
])('the action is Rotate in any case; it comes %s', async (_, trigger, words) => {
  expect(await observe({ lifetimeActions: [{ trigger, action: { type: 'rotate' } }] })).toMatchObject({
    value: { automatic: true, trigger: words },
  })
})

test.each([
  ['ForbiddenByRbac', 'forbidden-by-rbac'],
  ['AccessDenied', 'forbidden-by-access-policy'],
  ['ForbiddenByFirewall', 'forbidden-by-firewall'],
])('a refusal with %s keeps its reason', async (inner, code) => {
  const { azure } = scriptedAzure(() => forbidden(inner))
  expect(await observeRotationPolicy(azure, vault, ref)).toMatchObject({
    status: 'not',
    reason: { code, detail: expect.stringContaining('the rotation policy of key Data-Key in vault kv-orders') },
  })
})

test('a key that is gone by now, and an answer without actions, are said', async () => {
  const gone = scriptedAzure(() => ({ status: 404, body: { error: { code: 'KeyNotFound' } } }))
  expect(await observeRotationPolicy(gone.azure, vault, ref)).toMatchObject({ reason: { code: 'not-found' } })
  for (const body of [{}, { value: [] }, { lifetimeActions: [{ trigger: {} }] }, [], 'null'])
    expect(await observe(body)).toMatchObject({ status: 'not', reason: { code: 'malformed-answer' } })
})
