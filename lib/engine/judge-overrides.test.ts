import { expect, test } from 'vitest'
import { read } from '#lib/domain/observed.ts'
import { type Policy, policySchema } from '#lib/domain/policy.ts'
import { aSecret } from '#lib/rules/examples/a-secret.ts'
import { aVault } from '#lib/rules/examples/a-vault.ts'
import { daysAgo, now } from '#lib/rules/examples/now.ts'
import { someEvidence } from '#lib/rules/examples/some-evidence.ts'
import secretOverdueForRotation from '#lib/rules/secret-overdue-for-rotation.ts'
import vaultWithShortRetention from '#lib/rules/vault-with-short-retention.ts'
import { judge } from './judge.ts'

/** Ninety days without rotation, in a production vault of Ana's; one of the two is Ben's. */
const secrets = read([
  aSecret({ name: 'of-the-vault', createdAt: daysAgo(90), tags: {} }),
  aSecret({ name: 'of-ben', createdAt: daysAgo(90), tags: { owner: 'Ben' } }),
])
const vault = aVault({ tags: { owner: 'ana', environment: 'production' }, settings: { softDeleteRetentionDays: 30 } })

function judged(overrides: unknown[]): Record<string, string> {
  const policy: Policy = policySchema.parse({ overrides })
  const rules = [secretOverdueForRotation, vaultWithShortRetention]
  const verdicts = judge({
    evidence: someEvidence({ vault, secrets }),
    known: [],
    policy,
    ownerTagNames: ['owner'],
    now,
    rules,
  })
  return Object.fromEntries(
    verdicts.map(({ subject, status }) => [subject === 'vault' ? subject : subject.name, status]),
  )
}

const everything = { vault: 'fail', 'of-the-vault': 'fail', 'of-ben': 'fail' }

test('without overrides everybody is judged by the same thresholds', () => {
  expect(judged([])).toEqual(everything)
})

test('an override for an environment reaches the vault and what is in it', () => {
  const thresholds = { rotationDays: 180, retentionDays: 30 }
  expect(judged([{ selector: { environments: ['Production'] }, thresholds }])).toEqual({
    vault: 'pass',
    'of-the-vault': 'pass',
    'of-ben': 'pass',
  })
  expect(judged([{ selector: { environments: ['test'] }, thresholds }])).toEqual(everything)
})

test('an override for an owner is for what names that owner, before the vault does', () => {
  const thresholds = { rotationDays: 180 }
  expect(judged([{ selector: { owners: ['ben'] }, thresholds }])).toEqual({ ...everything, 'of-ben': 'pass' })
  expect(judged([{ selector: { owners: ['ana'] }, thresholds }])).toEqual({ ...everything, 'of-the-vault': 'pass' })
})

test('the first override that names a threshold decides it', () => {
  const overrides = [
    { selector: { owners: ['ben'] }, thresholds: { rotationDays: 30 } },
    { selector: { environments: ['production'] }, thresholds: { rotationDays: 180, retentionDays: 30 } },
  ]
  expect(judged(overrides)).toEqual({ vault: 'pass', 'of-the-vault': 'pass', 'of-ben': 'fail' })
})
