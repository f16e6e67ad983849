import { expect, test } from 'vitest'
import { policySchema } from '#lib/domain/policy.ts'
import { overridesText, selectorText } from './override-words.ts'

const policy = policySchema.parse({
  overrides: [
    { selector: { environments: ['development'] }, thresholds: { rotationDays: 180 } },
    { selector: { vaults: ['kv-a', 'kv-b'], owners: ['ana'] }, thresholds: { rotationDays: 30, retentionDays: 30 } },
    { selector: { tags: [{ name: 'tier', value: null }] }, thresholds: { nearExpiryDays: 7 } },
  ],
})

test('what a policy says otherwise is said with where it says so, the first one that decides first', () => {
  expect(overridesText('rotationDays', policy)).toEqual([
    '180 days in development',
    '30 days in vault kv-a or kv-b, owned by ana',
  ])
  expect(overridesText('nearExpiryDays', policy)).toEqual(['7 days tagged tier'])
  expect(overridesText('disabledDays', policy)).toEqual([])
})

test('a selector that narrows nothing is for everything', () => {
  expect(selectorText({ environments: [], subscriptions: [], vaults: [], owners: [], tags: [] })).toBe('everywhere')
})
