import { expect, test } from 'vitest'
import { observeKeyMaterial } from './observe-key-material.ts'
import { scriptedAzure, vault } from './testing/scripted-azure.ts'

const ref = { kind: 'key', name: 'data-key' } as const
const observe = (status: number, body: unknown) =>
  observeKeyMaterial(scriptedAzure(() => ({ status, body })).azure, vault, ref)

test('the control plane is asked, never the vault', async () => {
  const { azure, sent } = scriptedAzure(() => ({ body: { properties: { kty: 'RSA', keySize: 3072 } } }))
  expect(await observeKeyMaterial(azure, vault, ref)).toEqual({
    status: 'read',
    value: { type: 'RSA', bits: 3072, curve: null },
  })
  expect(sent.map(({ method, url }) => `${method} ${url.href}`)).toEqual([
    `GET https://management.azure.com${vault.resourceId}/keys/data-key?api-version=2026-02-01`,
  ])
})

test('a key on a curve has a curve and no size', async () => {
  expect(await observe(200, { properties: { kty: 'EC', curveName: 'P-521', keyUri: 'x' } })).toMatchObject({
    value: { type: 'EC', bits: null, curve: 'P-521' },
  })
})

test.each([
  ['in its code', { code: 'ForbiddenByRbac', message: 'Caller is not authorized' }, 'forbidden-by-rbac'],
  ['inside', { code: 'BadRequest', innererror: { code: 'ForbiddenByFirewall' } }, 'forbidden-by-firewall'],
  [
    'in its words',
    { code: 'BadRequest', message: 'Forbidden ForbiddenByRbac: Caller: name=KeyVault/Management' },
    'forbidden-by-rbac',
  ],
  ['without saying which', { code: 'Forbidden', message: 'no' }, 'forbidden'],
  ['of another kind', { code: 'BadRequest', message: 'The parameter is wrong' }, 'server-error'],
])('a bad request that is a refusal of the vault %s', async (_, error, code) => {
  expect(await observe(400, { error })).toMatchObject({ status: 'not', reason: { code } })
})

test('a missing role, a key that is gone and an answer without a type are told apart', async () => {
  const about = 'type and size of key data-key in vault kv-orders'
  expect(await observe(403, { error: { code: 'AuthorizationFailed' } })).toMatchObject({
    reason: { code: 'forbidden', detail: expect.stringContaining(about) },
  })
  expect(await observe(404, { error: { code: 'ResourceNotFound' } })).toMatchObject({ reason: { code: 'not-found' } })
  for (const body of [{}, { properties: {} }, { properties: { kty: 7 } }, { properties: { kty: '' } }])
    expect(await observe(200, body)).toMatchObject({ reason: { code: 'malformed-answer' } })
})
