import { expect, test } from 'vitest'
import type { Verdict, VerdictStatus } from '#lib/domain/verdict.ts'
import { tallyVerdicts } from './tally.ts'

const verdict = (ruleId: string, name: string | null, status: VerdictStatus): Verdict => ({
  ruleId,
  subject: name === null ? 'vault' : { kind: 'secret', name },
  status,
  because: 'So it was.',
  facts: {},
  reason: null,
})

const verdicts = [
  verdict('secret-expired', 'a-1', 'pass'),
  verdict('secret-expired', 'a-2', 'fail'),
  verdict('secret-expired', 'b-1', 'not-applicable'),
  verdict('secret-expired', null, 'unknown'),
  verdict('vault-without-rbac', null, 'pass'),
]

/** "a-1" belongs to "a"; the vault to its own owner. */
const owners = {
  ownerOf: (subject: Verdict['subject']) => (subject === 'vault' ? 'shop' : (subject.name.split('-')[0] ?? null)),
  vaultOwner: 'shop',
}

const nothing = { vaultOwner: 'shop', pass: 0, fail: 0, unknown: 0, notApplicable: 0 }

test('verdicts are counted per rule and owner', () => {
  expect(tallyVerdicts(verdicts, owners)).toEqual([
    { ...nothing, ruleId: 'secret-expired', owner: 'a', pass: 1, fail: 1 },
    { ...nothing, ruleId: 'secret-expired', owner: 'b', notApplicable: 1 },
    { ...nothing, ruleId: 'secret-expired', owner: 'shop', unknown: 1 },
    { ...nothing, ruleId: 'vault-without-rbac', owner: 'shop', pass: 1 },
  ])
})

test('the order of the verdicts does not matter', () => {
  expect(tallyVerdicts(verdicts.toReversed(), owners)).toEqual(tallyVerdicts(verdicts, owners))
})

test('what nobody owns is counted under nobody', () => {
  expect(tallyVerdicts(verdicts.slice(0, 2), { ownerOf: () => null, vaultOwner: null })).toEqual([
    { ...nothing, ruleId: 'secret-expired', owner: null, vaultOwner: null, pass: 1, fail: 1 },
  ])
})

test('nothing judged, nothing counted', () => {
  expect(tallyVerdicts([], owners)).toEqual([])
})
