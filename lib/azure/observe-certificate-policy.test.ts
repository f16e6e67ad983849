import { expect, test } from 'vitest'
import { observeCertificatePolicy } from './observe-certificate-policy.ts'
import { forbidden, scriptedAzure, vault } from './testing/scripted-azure.ts'

const ref = { kind: 'certificate', name: 'orders-tls' } as const
const observe = (body: unknown) => observeCertificatePolicy(scriptedAzure(() => ({ body })).azure, vault, ref)

/** As recorded; what is not asked about is there too. */
const policy = (more: Record<string, unknown> = {}) => ({
  id: `${vault.uri}/certificates/orders-tls/policy`,
  key_props: { exportable: true, kty: 'RSA', key_size: 2048, reuse_key: false },
  secret_props: { contentType: 'application/x-pkcs12' },
  x509_props: { subject: 'CN=orders', ekus: [], key_usage: [], validity_months: 12 },
  lifetime_actions: [{ trigger: { lifetime_percentage: 80 }, action: { action_type: 'AutoRenew' } }],
  issuer: { name: 'DigiCert' },
  attributes: { enabled: true, created: 1_482_188_947, updated: 1_482_188_947 },
  ...more,
})

test('a certificate that renews itself says when, through whom and with what key', async () => {
  const { azure, sent } = scriptedAzure(() => ({ body: policy() }))
  expect(await observeCertificatePolicy(azure, vault, ref)).toEqual({
    status: 'read',
    value: {
      renewal: { automatic: true, trigger: 'at 80 % of its life', issuer: 'DigiCert' },
      keyMaterial: { type: 'RSA', bits: 2048, curve: null },
    },
  })
  expect(sent.map(({ method, url }) => `${method} ${url.href}`)).toEqual([
    `GET ${vault.uri}/certificates/orders-tls/policy?api-version=2025-07-01`,
  ])
})

test('one that only writes to people does not renew itself', async () => {
  const actions = [{ trigger: { days_before_expiry: 30 }, action: { action_type: 'EmailContacts' } }]
  expect(await observe(policy({ lifetime_actions: actions, issuer: { name: 'Unknown' } }))).toMatchObject({
    value: { renewal: { automatic: false, trigger: null, issuer: 'Unknown' } },
  })
})

test('days before expiry are words, and the action is AutoRenew in any case', async () => {
  const actions = [{ trigger: { days_before_expiry: 30 }, action: { action_type: 'autorenew' } }]
  expect(await observe(policy({ lifetime_actions: actions }))).toMatchObject({
    value: { renewal: { automatic: true, trigger: '30 days before expiry' } },
  })
})

test.each([
  ['a curve', { kty: 'EC-HSM', key_size: 256, crv: 'P-256K' }, { type: 'EC-HSM', bits: null, curve: 'P-256K' }],
  ['another case', { kty: 'rsa-hsm', key_size: 4096 }, { type: 'RSA-HSM', bits: 4096, curve: null }],
  ['no size', { kty: 'RSA' }, { type: 'RSA', bits: null, curve: null }],
  ['no type', { key_size: 2048 }, null],
  ['nothing', null, null],
])('a key with %s', async (_, key_props, keyMaterial) => {
  expect(await observe(policy({ key_props }))).toMatchObject({ status: 'read', value: { keyMaterial } })
})

test('a policy that was never filled in is one', async () => {
  expect(await observe({ issuer: {}, lifetime_actions: null })).toEqual({
    status: 'read',
    value: { renewal: { automatic: false, trigger: null, issuer: null }, keyMaterial: null },
  })
})

test('a refusal keeps its reason; an answer that is no policy is not guessed at', async () => {
  const { azure } = scriptedAzure(() => forbidden('AccessDenied'))
  expect(await observeCertificatePolicy(azure, vault, ref)).toMatchObject({
    status: 'not',
    reason: {
      code: 'forbidden-by-access-policy',
      detail: expect.stringContaining('the policy of certificate orders-tls in vault kv-orders'),
    },
  })
  for (const body of [{}, { value: [] }, policy({ lifetime_actions: [{}] }), policy({ issuer: 'Self' })])
    expect(await observe(body)).toMatchObject({ status: 'not', reason: { code: 'malformed-answer' } })
})
