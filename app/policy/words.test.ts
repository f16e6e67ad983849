import { expect, test } from 'vitest'
import { type Policy, policySchema } from '#lib/domain/policy.ts'
import { policyChanges } from '#lib/domain/policy-changes.ts'
import { changeSentence, changeWords, overrideText } from './words.ts'

const sentences = (from: Policy, to: Policy) => changeWords(policyChanges(from, to), from, to).map(changeSentence)
const development = {
  selector: { environments: ['development'] },
  thresholds: { rotationDays: 180 },
  reason: 'A sandbox.',
}

test('an override reads as a sentence', () => {
  const [override] = policySchema.parse({
    overrides: [
      {
        selector: { environments: ['development'], owners: ['dispatch'] },
        thresholds: { rotationDays: 180, rsaKeyBits: 3072 },
      },
    ],
  }).overrides
  expect(override && overrideText(override)).toBe(
    'In development, owned by dispatch: a secret is to be rotated within 180 days; an RSA key is to have at least 3072 bits.',
  )
})

test('every change is one sentence', () => {
  const from = policySchema.parse({ overrides: [development] })
  const tighter = { ...development, thresholds: { rotationDays: 90, nearExpiryDays: 7 }, reason: '' }
  const everywhere = { selector: {}, thresholds: { retentionDays: 30 } }
  const to = policySchema.parse({
    thresholds: { rotationDays: 45, firewallPrefixBits: 28 },
    overrides: [tighter, everywhere],
  })
  expect(sentences(from, to)).toEqual([
    'Rotation: 60 days → 45 days.',
    'Firewall ranges: /24 → /28.',
    'In development: rotation: 180 days → 90 days.',
    'In development: near expiry: as elsewhere → 7 days.',
    'In development: the reason: “A sandbox.” → none.',
    'New: Everywhere: what is deleted is to be kept for at least 30 days.',
  ])
  expect(sentences(to, policySchema.parse({ thresholds: to.thresholds }))).toEqual([
    'Taken away: In development: a secret is to be rotated within 90 days; near its expiry means within 7 days.',
    'Taken away: Everywhere: what is deleted is to be kept for at least 30 days.',
  ])
})
