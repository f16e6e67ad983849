// What must hold whatever Azure answers; long because the invented answers stand beside what is asked of them.
// The seed is fixed: a red run can be repeated.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AccessLog, Evidence, EvidencePart } from '#lib/domain/evidence.ts'
import { notRead, type Observed, partlyRead, read, unreadCodes } from '#lib/domain/observed.ts'
import { defaultPolicy } from '#lib/domain/policy.ts'
import { type ObjectKind, type ObjectRef, objectKey, type VaultObject } from '#lib/domain/vault-object.ts'
import type { Verdict } from '#lib/domain/verdict.ts'
import { addDays } from '#lib/format/date.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { aDiagnosticSetting } from '#lib/rules/examples/a-diagnostic-setting.ts'
import { aSecret } from '#lib/rules/examples/a-secret.ts'
import { aVault } from '#lib/rules/examples/a-vault.ts'
import { daysAgo, now } from '#lib/rules/examples/now.ts'
import { someEvidence } from '#lib/rules/examples/some-evidence.ts'
import { listOf, partsOf } from '#lib/rules/rule.ts'
import { judge } from './judge.ts'

const runs = { seed: 20261123, numRuns: 300 }

const at = fc.integer({ min: -400, max: 400 }).map((days) => addDays(now, days))
const name = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'epsilon')

const object = (kind: ObjectKind): fc.Arbitrary<VaultObject> =>
  fc
    .record({
      name,
      enabled: fc.boolean(),
      expiresAt: fc.option(at),
      createdAt: at,
      managed: fc.constantFrom(true, false, null),
      tags: fc.constantFrom({}, { owner: 'ana' }),
    })
    .map((said) => ({ ...aSecret(said), kind }))

const objects = (kind: ObjectKind) => fc.uniqueArray(object(kind), { selector: objectKey, maxLength: 4 })

const reason = fc.record({ code: fc.constantFrom(...unreadCodes), detail: fc.constant('as it was said') })

const observed = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Observed<T>> =>
  fc.oneof(
    value.map(read),
    fc.tuple(value, fc.constantFrom('items' as const, 'fields' as const), reason).map((said) => partlyRead(...said)),
    reason.map(({ code, detail }) => notRead(code, detail)),
  )

const accessLog: fc.Arbitrary<AccessLog> = fc.record({
  coveredFromAt: at,
  coveredUntilAt: at,
  reads: fc.array(
    fc.record({
      kind: fc.constant('secret' as const),
      name,
      callers: fc.array(fc.record({ caller: fc.constantFrom('shop', 'billing'), calls: fc.nat(), lastReadAt: at }), {
        maxLength: 2,
      }),
    }),
    { maxLength: 3 },
  ),
})

const vault = fc
  .record({
    accessModel: fc.constantFrom('rbac' as const, 'access-policy' as const),
    publicNetworkAccess: fc.constantFrom('enabled' as const, 'disabled' as const, 'secured-by-perimeter' as const),
    firewallDefaultAction: fc.constantFrom('allow' as const, 'deny' as const),
    purgeProtection: fc.boolean(),
  })
  .map((settings) => aVault({ settings }))

const evidence: fc.Arbitrary<Evidence> = fc.record({
  vault,
  secrets: observed(objects('secret')),
  keys: observed(objects('key')),
  certificates: observed(objects('certificate')),
  versions: observed(fc.constant(new Map())),
  renewals: observed(fc.constant(new Map())),
  keyMaterial: observed(fc.constant(new Map())),
  history: observed(fc.constant(new Map())),
  diagnostics: observed(fc.constantFrom([], [aDiagnosticSetting()], [aDiagnosticSetting({ logs: [] })])),
  valueRoles: observed(fc.constant([])),
  eventTopics: observed(fc.constant([])),
  accessLog: observed(accessLog),
})

const known: fc.Arbitrary<ObjectRef[]> = fc.array(
  fc.record({ kind: fc.constantFrom('secret' as const, 'key' as const, 'certificate' as const), name }),
  { maxLength: 5 },
)

const part: fc.Arbitrary<EvidencePart> = fc.constantFrom('secrets', 'keys', 'certificates', 'diagnostics', 'accessLog')

const judged = (given: Evidence, seenBefore: readonly ObjectRef[] = [], at: Date = now) =>
  judge({ evidence: given, known: seenBefore, policy: defaultPolicy, ownerTagNames: ['owner'], now: at })

const keyOf = ({ ruleId, subject }: Verdict) => `${ruleId} ${subject === 'vault' ? subject : objectKey(subject)}`
const keysWith = (status: Verdict['status'], verdicts: readonly Verdict[]) =>
  verdicts.filter((verdict) => verdict.status === status).map(keyOf)

test('nothing passes on evidence that was not seen', () => {
  fc.assert(
    fc.property(evidence, known, (given, seenBefore) => {
      for (const { ruleId, subject, status } of judged(given, seenBefore)) {
        if (status !== 'pass') continue
        const rule = catalogue.find(({ id }) => id === ruleId)
        expect(rule?.needs.every((need) => given[need].status !== 'not')).toBe(true)
        expect(rule?.consults.every((consulted) => given[consulted].status !== 'not')).toBe(true)
        if (subject === 'vault') continue
        const list = given[listOf[subject.kind]]
        expect(list.status !== 'not' && list.value.some((seen) => objectKey(seen) === objectKey(subject))).toBe(true)
      }
    }),
    runs,
  )
})

test('a vault never looks better because a part of it became unreadable', () => {
  fc.assert(
    fc.property(evidence, known, part, reason, (given, seenBefore, lost, { code, detail }) => {
      const before = keysWith('pass', judged(given, seenBefore))
      const after = keysWith('pass', judged({ ...given, [lost]: notRead(code, detail) }, seenBefore))
      expect(after.filter((key) => !before.includes(key))).toEqual([])
    }),
    runs,
  )
})

test('a part that is missing always shows as unknown under a rule that must have it', () => {
  fc.assert(
    fc.property(evidence, known, part, (given, seenBefore, lost) => {
      const verdicts = judged({ ...given, [lost]: notRead('timed-out', 'no answer') }, seenBefore)
      for (const rule of catalogue) {
        if (!partsOf(rule).includes(lost) || rule.consults.includes(lost)) continue
        expect(verdicts.some(({ ruleId, status }) => ruleId === rule.id && status === 'unknown')).toBe(true)
      }
    }),
    runs,
  )
})

test('there is at most one verdict per rule and subject', () => {
  fc.assert(
    fc.property(evidence, known, (given, seenBefore) => {
      const keys = judged(given, seenBefore).map(keyOf)
      expect(new Set(keys).size).toBe(keys.length)
    }),
    runs,
  )
})

test('an unknown verdict has a reason, and no other has', () => {
  fc.assert(
    fc.property(evidence, known, (given, seenBefore) => {
      for (const { status, reason: why } of judged(given, seenBefore)) expect(why !== null).toBe(status === 'unknown')
    }),
    runs,
  )
})

test('the passing of time never un-expires a secret', () => {
  fc.assert(
    fc.property(evidence, fc.integer({ min: 0, max: 1000 }), (given, days) => {
      const expired = (verdicts: Verdict[]) =>
        keysWith('fail', verdicts).filter((key) => key.startsWith('secret-expired'))
      const later = expired(judged(given, [], addDays(now, days)))
      expect(later).toEqual(expect.arrayContaining(expired(judged(given))))
    }),
    runs,
  )
})

test('while nothing changes the words and facts of a failure stay as they are', () => {
  fc.assert(
    fc.property(evidence, (given) => {
      const tomorrow = new Map(judged(given, [], addDays(now, 1)).map((verdict) => [keyOf(verdict), verdict]))
      for (const verdict of judged(given)) {
        const next = tomorrow.get(keyOf(verdict))
        // Which callers still read is measured over a moving window: that it moves is a change.
        if (verdict.status !== 'fail' || next?.status !== 'fail' || verdict.ruleId === 'expired-secret-still-read')
          continue
        expect(next).toEqual(verdict)
      }
    }),
    runs,
  )
})

test('the order in which objects, settings and reads are listed does not matter', () => {
  fc.assert(
    fc.property(evidence, known, (given, seenBefore) => {
      const turned: Evidence = {
        ...given,
        secrets: reversed(given.secrets),
        keys: reversed(given.keys),
        certificates: reversed(given.certificates),
        diagnostics: reversed(given.diagnostics),
        accessLog:
          given.accessLog.status === 'not'
            ? given.accessLog
            : {
                ...given.accessLog,
                value: { ...given.accessLog.value, reads: given.accessLog.value.reads.toReversed() },
              },
      }
      const byKey = (one: Verdict, other: Verdict) => (keyOf(one) < keyOf(other) ? -1 : 1)
      expect(judged(turned, seenBefore.toReversed()).map(plain).sort(byKey)).toEqual(
        judged(given, seenBefore).map(plain).sort(byKey),
      )
    }),
    runs,
  )
})

test('a read of an expired secret is never outweighed by what else the log holds', () => {
  fc.assert(
    fc.property(accessLog, (log) => {
      const reads = [
        ...log.reads,
        { kind: 'secret' as const, name: 'alpha', callers: [{ caller: 'x', calls: 1, lastReadAt: daysAgo(1) }] },
      ]
      const given = someEvidence({
        secrets: read([aSecret({ name: 'alpha', expiresAt: daysAgo(30) })]),
        accessLog: read({ ...log, reads }),
      })
      expect(keysWith('fail', judged(given))).toContain('expired-secret-still-read secret/alpha')
    }),
    runs,
  )
})

const reversed = <T>(list: Observed<readonly T[]>): Observed<readonly T[]> =>
  list.status === 'not' ? list : { ...list, value: list.value.toReversed() }

/** Known objects may be written in two ways; only the key tells. */
const plain = (verdict: Verdict): Verdict =>
  verdict.subject === 'vault'
    ? verdict
    : { ...verdict, subject: { kind: verdict.subject.kind, name: verdict.subject.name.toLowerCase() } }
