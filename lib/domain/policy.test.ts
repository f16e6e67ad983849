import { expect, test } from 'vitest'
import { defaultPolicy, type PolicySubject, policySchema, selects, thresholdsFor } from './policy.ts'
import { defaultThresholds, thresholdNames, thresholdUnits } from './thresholds.ts'

const subject: PolicySubject = {
  vaultName: 'kv-orders',
  subscriptionId: 's-1',
  subscriptionName: 'Orders production',
  environment: 'production',
  owner: 'ana@halden.example',
  vaultTags: { Tier: 'gold' },
  objectTags: { partner: 'stripe' },
}

const policyWith = (...overrides: object[]) => policySchema.parse({ overrides })

test('a policy written before a threshold existed has its default', () => {
  const written = policySchema.parse({ thresholds: { rotationDays: 45 } })
  expect(written).toEqual({ ...defaultPolicy, thresholds: { ...defaultThresholds, rotationDays: 45 } })
})

test('every threshold says what it counts', () => {
  expect(Object.keys(thresholdUnits)).toEqual(thresholdNames)
})

test('without overrides everything is judged alike', () => {
  expect(thresholdsFor(defaultPolicy, subject)).toEqual(defaultThresholds)
})

test('of two overrides that match, the first decides, threshold by threshold', () => {
  const policy = policyWith(
    { selector: { vaults: ['KV-Orders'] }, thresholds: { rotationDays: 30 } },
    { selector: { environments: ['production'] }, thresholds: { rotationDays: 45, nearExpiryDays: 14 } },
  )
  expect(thresholdsFor(policy, subject)).toEqual({ ...defaultThresholds, rotationDays: 30, nearExpiryDays: 14 })
})

test.each([
  ['an environment', { environments: ['production'] }],
  ['a subscription by its name', { subscriptions: ['orders PRODUCTION'] }],
  ['a subscription by its id', { subscriptions: ['s-1'] }],
  ['an owner', { owners: ['someone', 'Ana@halden.example'] }],
  ['an owner, written as tags are', { owners: ['mailto:Ana@Halden.example'] }],
  ['a tag of the vault, whatever its value', { tags: [{ name: 'tier', value: null }] }],
  ['a tag of the object', { tags: [{ name: 'partner', value: 'Stripe' }] }],
  ['nothing at all', {}],
])('%s selects it', (_what, selector) => {
  expect(selects(policyWith({ selector, thresholds: {} }).overrides[0]?.selector ?? never(), subject)).toBe(true)
})

test.each([
  ['another environment', { environments: ['development'] }],
  ['the right vault in the wrong environment', { vaults: ['kv-orders'], environments: ['test'] }],
  ['a tag with another value', { tags: [{ name: 'tier', value: 'silver' }] }],
])('%s does not', (_what, selector) => {
  expect(selects(policyWith({ selector, thresholds: {} }).overrides[0]?.selector ?? never(), subject)).toBe(false)
})

function never(): never {
  throw new Error('there is one override')
}
