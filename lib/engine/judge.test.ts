import { expect, test } from 'vitest'
import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import { defaultPolicy } from '#lib/domain/policy.ts'
import type { Verdict } from '#lib/domain/verdict.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { pass } from '#lib/rules/decision.ts'
import { aCertificate } from '#lib/rules/examples/a-certificate.ts'
import { aKey } from '#lib/rules/examples/a-key.ts'
import { aSecret } from '#lib/rules/examples/a-secret.ts'
import { aVault } from '#lib/rules/examples/a-vault.ts'
import { now } from '#lib/rules/examples/now.ts'
import { someEvidence } from '#lib/rules/examples/some-evidence.ts'
import { defineRule, type Rule } from '#lib/rules/rule.ts'
import objectWithoutOwner from '#lib/rules/object-without-owner.ts'
import secretWithoutExpiry from '#lib/rules/secret-without-expiry.ts'
import vaultWithoutAuditLog from '#lib/rules/vault-without-audit-log.ts'
import { type Case, judge } from './judge.ts'

const brokeOff = { code: 'timed-out', detail: 'page 3 never came' } as const

const judged = (rules: readonly Rule[], given: Partial<Case['evidence']>, known: Case['known'] = []) =>
  judge({ evidence: someEvidence(given), known, policy: defaultPolicy, ownerTagNames: ['owner'], now, rules })

const inShort = (verdicts: readonly Verdict[]) =>
  verdicts.map(
    ({ subject, status }) => `${subject === 'vault' ? 'vault' : `${subject.kind} ${subject.name}`}: ${status}`,
  )

test('every rule speaks about a vault that was wholly read, and nothing is unknown', () => {
  const verdicts = judged(catalogue, {
    secrets: read([aSecret()]),
    keys: read([aKey()]),
    certificates: read([aCertificate()]),
  })
  expect(new Set(verdicts.map(({ ruleId }) => ruleId))).toEqual(new Set(catalogue.map(({ id }) => id)))
  expect(verdicts.filter(({ status }) => status === 'unknown')).toEqual([])
})

test('a verdict names its subject by kind and name alone', () => {
  const [verdict] = judged([secretWithoutExpiry], { secrets: read([aSecret({ expiresAt: null })]) })
  expect(verdict).toEqual({
    ruleId: 'secret-without-expiry',
    subject: { kind: 'secret', name: 'stripe-key' },
    status: 'fail',
    because: 'Has no expiry date.',
    facts: {},
    reason: null,
  })
})

test('a list that was refused makes the objects of earlier days unknown', () => {
  const verdicts = judged([secretWithoutExpiry], { secrets: notRead('forbidden-by-rbac', 'ForbiddenByRbac') }, [
    { kind: 'secret', name: 'a' },
    { kind: 'secret', name: 'b' },
    { kind: 'key', name: 'k' },
  ])
  expect(inShort(verdicts)).toEqual(['secret a: unknown', 'secret b: unknown'])
  expect(verdicts[0]?.reason).toEqual({ code: 'forbidden-by-rbac', detail: 'ForbiddenByRbac' })
})

test('a list that was always refused makes the vault unknown', () => {
  const verdicts = judged([secretWithoutExpiry], { secrets: notRead('forbidden-by-rbac', 'ForbiddenByRbac') })
  expect(inShort(verdicts)).toEqual(['vault: unknown'])
})

test('an empty list is an answer: there is nothing to judge', () => {
  expect(judged([secretWithoutExpiry], { secrets: read([]) }, [{ kind: 'secret', name: 'deleted' }])).toEqual([])
})

test('of a list that broke off, what was seen is judged and what was known is unknown', () => {
  const verdicts = judged(
    [secretWithoutExpiry],
    { secrets: partlyRead([aSecret({ name: 'Seen' })], 'items', brokeOff) },
    [
      { kind: 'secret', name: 'seen' },
      { kind: 'secret', name: 'missed' },
    ],
  )
  expect(inShort(verdicts)).toEqual(['secret Seen: pass', 'secret missed: unknown'])
  expect(verdicts[1]?.because).toBe('The secrets were read only in part: no answer came in time.')
})

test('a list that broke off leaves a mark even when nothing known is missing', () => {
  const secrets = partlyRead([aSecret({ name: 'seen' })], 'items', brokeOff)
  expect(inShort(judged([secretWithoutExpiry], { secrets }, [{ kind: 'secret', name: 'seen' }]))).toEqual([
    'secret seen: pass',
    'vault: unknown',
  ])
})

test('a list with fewer fields is a whole list', () => {
  const secrets = partlyRead([aSecret()], 'fields', { code: 'forbidden-by-firewall', detail: 'through ARM' })
  expect(inShort(judged([secretWithoutExpiry], { secrets }, [{ kind: 'secret', name: 'gone' }]))).toEqual([
    'secret stripe-key: pass',
  ])
})

test('each kind of object counts on its own', () => {
  const given = { secrets: notRead('forbidden-by-access-policy', 'no list'), keys: read([aKey()]) }
  expect(inShort(judged([objectWithoutOwner], given, [{ kind: 'key', name: 'old' }]))).toEqual([
    'key disk-encryption: pass',
    'vault: unknown',
  ])
  expect(inShort(judged([objectWithoutOwner], given, [{ kind: 'secret', name: 'a' }]))).toEqual([
    'secret a: unknown',
    'key disk-encryption: pass',
  ])
})

test('several refused lists leave one mark on the vault, not several', () => {
  const refused = notRead('sign-in-failed', 'AADSTS700016')
  const verdicts = judged([objectWithoutOwner], { secrets: refused, keys: refused, certificates: refused })
  expect(inShort(verdicts)).toEqual(['vault: unknown'])
  expect(verdicts[0]?.because).toBe('The secrets, keys and certificates were not read: the sign-in failed.')
})

test('lists that are missing for different causes are not lumped together', () => {
  const [verdict] = judged([objectWithoutOwner], {
    secrets: partlyRead([], 'items', brokeOff),
    keys: notRead('forbidden-by-access-policy', 'no list'),
  })
  expect(verdict?.because).toBe('The secrets were read only in part: no answer came in time.')
})

test('an object mentioned twice among the known is unknown once', () => {
  const known = [
    { kind: 'secret', name: 'a' },
    { kind: 'secret', name: 'A' },
  ] as const
  expect(judged([secretWithoutExpiry], { secrets: notRead('timed-out', '') }, known)).toHaveLength(1)
})

test('a need that was refused makes the vault unknown', () => {
  const [verdict] = judged([vaultWithoutAuditLog], { diagnostics: notRead('forbidden', 'AuthorizationFailed') })
  expect(verdict).toMatchObject({ subject: 'vault', status: 'unknown', reason: { code: 'forbidden' } })
})

test('a need beyond the list makes each listed object unknown', () => {
  const { check: _, ...manual } = secretWithoutExpiry
  const rule = defineRule({
    ...manual,
    subject: 'secret',
    needs: ['diagnostics'],
    consults: [],
    thresholds: [],
    check: () => pass('Never asked.'),
  })
  const given = { secrets: read([aSecret()]), diagnostics: notRead('throttled', '429') }
  expect(inShort(judged([rule], given))).toEqual(['secret stripe-key: unknown'])
})

test('a rule is handed what it declared and nothing else', () => {
  const handed: string[][] = []
  const { check: _, ...manual } = secretWithoutExpiry
  const rule = defineRule({
    ...manual,
    subject: 'secret',
    needs: ['diagnostics'],
    consults: ['accessLog'],
    thresholds: [],
    check(evidence) {
      handed.push(Object.keys(evidence).sort())
      return pass('Looked.')
    },
  })
  judged([rule], { secrets: read([aSecret()]) })
  expect(handed).toEqual([['accessLog', 'diagnostics', 'secret', 'vault']])
})

test('a rule that throws is unknown about that subject, and the others are judged', () => {
  const secrets = read([aSecret({ name: 'odd', expiresAt: new Date('whenever') }), aSecret({ name: 'even' })])
  const [odd, even] = judged([secretWithoutExpiry], { secrets, vault: aVault({ name: 'kv-odd' }) })
  expect(even?.status).toBe('pass')
  expect(odd).toMatchObject({ status: 'unknown', reason: { code: 'malformed-answer' } })
  expect(odd?.reason?.detail).toMatch(/^rule secret-without-expiry could not judge secret odd in vault kv-odd: /)
})
