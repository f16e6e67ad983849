// What must hold whatever Azure answers; long because the invented answers stand beside what is asked of them.
// The seed is fixed: a red run can be repeated.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Evidence, type EvidencePart, observedOf, type PerObject } from '#lib/domain/evidence.ts'
import type { KeyMaterial, Renewal } from '#lib/domain/object-detail.ts'
import { notRead, type Observed, partlyRead, read, unreadCodes } from '#lib/domain/observed.ts'
import { defaultPolicy, type Policy, policySchema } from '#lib/domain/policy.ts'
import { assignmentLevels } from '#lib/domain/role-assignment.ts'
import { keyCurves } from '#lib/domain/thresholds.ts'
import {
  type ObjectKind,
  type ObjectRef,
  objectKey,
  type ObjectVersion,
  type VaultObject,
} from '#lib/domain/vault-object.ts'
import type { Verdict } from '#lib/domain/verdict.ts'
import { addDays } from '#lib/format/date.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { aDetail } from '#lib/rules/examples/a-detail.ts'
import { aDiagnosticSetting } from '#lib/rules/examples/a-diagnostic-setting.ts'
import { aSecret } from '#lib/rules/examples/a-secret.ts'
import { aValueRole } from '#lib/rules/examples/a-value-role.ts'
import { aVault } from '#lib/rules/examples/a-vault.ts'
import { aVersion } from '#lib/rules/examples/a-version.ts'
import { daysAgo, now } from '#lib/rules/examples/now.ts'
import { someEvidence } from '#lib/rules/examples/some-evidence.ts'
import { listOf, partsOf } from '#lib/rules/rule.ts'
import { judge } from './judge.ts'
import { anInventedLog, turnedLog } from './testing/an-invented-log.ts'

const runs = { seed: 20261123, numRuns: 300 }

const at = fc.integer({ min: -400, max: 400 }).map((days) => addDays(now, days))
// In steps of ten days, so that now and then two things happen at once.
const past = fc.integer({ min: -40, max: 0 }).map((tens) => addDays(now, tens * 10))
const mostlyPast = fc.oneof({ weight: 4, arbitrary: past }, at)
const names = ['alpha', 'beta', 'gamma', 'delta', 'epsilon']
const name = fc.constantFrom(...names)

const object = (kind: ObjectKind): fc.Arbitrary<VaultObject> =>
  fc
    .record({
      name,
      enabled: fc.boolean(),
      expiresAt: fc.option(at),
      createdAt: mostlyPast,
      updatedAt: mostlyPast,
      managed: fc.constantFrom(true, false, false, false, null),
      tags: fc.constantFrom({}, { owner: 'ana' }),
    })
    .map((said) => ({ ...aSecret(said), kind }))

const objects = (kind: ObjectKind) => fc.uniqueArray(object(kind), { selector: objectKey, maxLength: 4 })

const reason = fc.record({ code: fc.constantFrom(...unreadCodes), detail: fc.constant('as it was said') })

const observed = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Observed<T>> =>
  fc.oneof(
    { weight: 3, arbitrary: value.map(read) },
    fc.tuple(value, fc.constantFrom('items' as const, 'fields' as const), reason).map((said) => partlyRead(...said)),
    reason.map(({ code, detail }) => notRead(code, detail)),
  )

const vault = fc
  .record({
    accessModel: fc.constantFrom('rbac' as const, 'access-policy' as const),
    publicNetworkAccess: fc.constantFrom('enabled' as const, 'disabled' as const, 'secured-by-perimeter' as const),
    firewallDefaultAction: fc.constantFrom('allow' as const, 'deny' as const),
    purgeProtection: fc.boolean(),
  })
  .map((settings) => aVault({ settings }))

/** A part that is read object by object: some of them, each with an answer of its own, and some not at all. */
const perObject = <T>(kinds: readonly ObjectKind[], value: fc.Arbitrary<T>): fc.Arbitrary<Observed<PerObject<T>>> =>
  observed(
    fc
      .tuple(...kinds.flatMap((kind) => names.map((called) => fc.option(entry({ kind, name: called }, value)))))
      .map((entries) => new Map(entries.filter((said) => said !== null))),
  )

const entry = <T>(object: ObjectRef, value: fc.Arbitrary<T>) =>
  observed(value).map((answer): [string, Observed<T>] => [objectKey(object), answer])

const versions: fc.Arbitrary<ObjectVersion[]> = fc.array(
  fc
    .record({ id: fc.constantFrom('aaaa1111', 'bbbb2222', 'cccc3333'), enabled: fc.boolean(), createdAt: past })
    .map(aVersion),
  { maxLength: 4 },
)

const renewal: fc.Arbitrary<Renewal> = fc.record({
  automatic: fc.boolean(),
  trigger: fc.constantFrom('P30D before expiry', null),
  issuer: fc.constantFrom('Self', 'Unknown', null),
})

const material: fc.Arbitrary<KeyMaterial> = fc.record({
  type: fc.constantFrom('RSA', 'RSA-HSM', 'EC', 'oct-HSM', 'new'),
  bits: fc.constantFrom(1024, 2048, 4096, null),
  curve: fc.constantFrom(...keyCurves, 'P-192', null),
})

const valueRole = fc
  .record({
    principalId: fc.constantFrom('p-1', 'p-2', 'p-3', 'p-4'),
    level: fc.constantFrom(...assignmentLevels),
    conditional: fc.boolean(),
  })
  .map(aValueRole)

const evidence: fc.Arbitrary<Evidence> = fc
  .record({
    vault,
    secrets: observed(objects('secret')),
    keys: observed(objects('key')),
    certificates: observed(objects('certificate')),
    versions: perObject(['secret'], versions),
    renewals: perObject(['key', 'certificate'], renewal),
    keyMaterial: perObject(['key', 'certificate'], material),
    history: perObject(['secret'], fc.record({ seenFirstAt: past, earliestExpiresAt: fc.option(at) })),
    diagnostics: observed(
      fc.constantFrom(
        [],
        [aDiagnosticSetting(), aDiagnosticSetting({ name: 'to-soc' })],
        [aDiagnosticSetting({ logs: [] })],
        [aDiagnosticSetting({ workspaceId: null, storageAccountId: '/s' })],
      ),
    ),
    valueRoles: observed(fc.array(valueRole, { maxLength: 4 })),
    eventTopics: observed(
      fc.constantFrom(
        [],
        [
          { id: '/t', name: 'one' },
          { id: '/u', name: 'two' },
        ],
      ),
    ),
    accessLog: observed(anInventedLog(name)),
    ownCalls: observed(fc.record({ madeAt: fc.option(fc.constantFrom(daysAgo(3), daysAgo(30), daysAgo(300))) })),
  })
  .chain((given) => fc.boolean().map((shows) => (shows ? showingCurrent(given) : given)))

/** Mostly a list of versions has the current one in it; left to chance alone it hardly ever would. */
function showingCurrent(given: Evidence): Evidence {
  if (given.versions.status === 'not' || given.secrets.status === 'not') return given
  const lists = new Map(given.versions.value)
  for (const secret of given.secrets.value) {
    const list = lists.get(objectKey(secret))
    if (!list || list.status === 'not') continue
    lists.set(objectKey(secret), { ...list, value: [aVersion({ createdAt: secret.createdAt }), ...list.value] })
  }
  return { ...given, versions: { ...given.versions, value: lists } }
}

const known: fc.Arbitrary<ObjectRef[]> = fc.array(
  fc.record({ kind: fc.constantFrom('secret' as const, 'key' as const, 'certificate' as const), name }),
  { maxLength: 5 },
)

/** What is read object by object. */
const detailParts = ['versions', 'renewals', 'keyMaterial', 'history'] as const

const part: fc.Arbitrary<EvidencePart> = fc.constantFrom(
  'secrets',
  'keys',
  'certificates',
  ...detailParts,
  'diagnostics',
  'valueRoles',
  'eventTopics',
  'accessLog',
  'ownCalls',
)

const judged = (
  given: Evidence,
  seenBefore: readonly ObjectRef[] = [],
  at: Date = now,
  policy: Policy = defaultPolicy,
) => judge({ evidence: given, known: seenBefore, policy, ownerTagNames: ['owner'], now: at })

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
        for (const detail of detailParts) {
          if (!rule?.consults.includes(detail)) continue
          const entry = entryOf(given[detail], subject)
          expect(entry.status === 'read' || (entry.status === 'partly' && entry.missing === 'fields')).toBe(true)
        }
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

test('nor because it could not be read of one object', () => {
  fc.assert(
    fc.property(
      evidence,
      known,
      fc.constantFrom(...detailParts),
      reason,
      (given, seenBefore, lost, { code, detail }) => {
        const whole = given[lost]
        if (whole.status === 'not') return
        const before = keysWith('pass', judged(given, seenBefore))
        for (const key of whole.value.keys()) {
          const less = losing(whole, key, notRead(code, detail))
          const after = keysWith('pass', judged({ ...given, [lost]: less }, seenBefore))
          expect(after.filter((key) => !before.includes(key))).toEqual([])
        }
      },
    ),
    runs,
  )
})

test('a rule that asks object by object decides nothing without an answer', () => {
  fc.assert(
    fc.property(evidence, known, fc.constantFrom(...detailParts), (given, seenBefore, lost) => {
      for (const { ruleId, status } of judged({ ...given, [lost]: notRead('timed-out', 'no answer') }, seenBefore)) {
        const consults = catalogue.find(({ id }) => id === ruleId)?.consults.includes(lost)
        if (consults) expect(['unknown', 'not-applicable']).toContain(status)
      }
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

/** Rules over what happened lately. */
const lookBack = catalogue
  .filter(({ thresholds }) => thresholds.includes('stillReadDays') || thresholds.includes('recentCallsDays'))
  .map(({ id }) => id)

test('while nothing changes the words and facts of a failure stay as they are', () => {
  fc.assert(
    fc.property(evidence, (given) => {
      const tomorrow = new Map(judged(given, [], addDays(now, 1)).map((verdict) => [keyOf(verdict), verdict]))
      for (const verdict of judged(given)) {
        const next = tomorrow.get(keyOf(verdict))
        // Which callers go on is measured over a moving window: that it moves is a change.
        if (verdict.status !== 'fail' || next?.status !== 'fail' || lookBack.includes(verdict.ruleId)) continue
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
        versions: turnedAround(given.versions, (list) => list.toReversed()),
        renewals: turnedAround(given.renewals),
        keyMaterial: turnedAround(given.keyMaterial),
        history: turnedAround(given.history),
        valueRoles: reversed(given.valueRoles),
        eventTopics: reversed(given.eventTopics),
        accessLog:
          given.accessLog.status === 'not'
            ? given.accessLog
            : { ...given.accessLog, value: turnedLog(given.accessLog.value) },
      }
      const byKey = (one: Verdict, other: Verdict) => (keyOf(one) < keyOf(other) ? -1 : 1)
      expect(judged(turned, seenBefore.toReversed()).map(plain).sort(byKey)).toEqual(
        judged(given, seenBefore).map(plain).sort(byKey),
      )
    }),
    runs,
  )
})

test('an older version that is enabled is never outweighed by the others', () => {
  fc.assert(
    fc.property(versions, (others) => {
      const secret = aSecret({ createdAt: daysAgo(8) })
      const all = [...others, aVersion({ createdAt: daysAgo(500) }), aVersion({ createdAt: daysAgo(8) })]
      const given = someEvidence({ secrets: read([secret]), versions: aDetail(secret, read(all)) })
      expect(keysWith('fail', judged(given))).toContain('old-version-still-enabled secret/stripe-key')
    }),
    runs,
  )
})

test('an override that selects nothing changes nothing', () => {
  const elsewhere = fc.constantFrom(
    { vaults: ['kv-elsewhere'] },
    { environments: ['moon'] },
    { subscriptions: ['none'] },
    { owners: ['nobody'] },
    { tags: [{ name: 'tier', value: null }] },
    { vaults: ['kv-shop'], environments: ['moon'] },
  )
  const strict = { rotationDays: 1, nearExpiryDays: 365, oldVersionGraceDays: 0, rsaKeyBits: 4096, retentionDays: 90 }
  const loose = { rotationDays: 3650, nearExpiryDays: 1, oldVersionGraceDays: 365, rsaKeyBits: 1024, retentionDays: 7 }
  const override = fc.record({ selector: elsewhere, thresholds: fc.constantFrom(strict, loose) })
  fc.assert(
    fc.property(
      evidence,
      known,
      fc.array(override, { minLength: 1, maxLength: 10 }),
      (given, seenBefore, overrides) => {
        const policy = policySchema.parse({ overrides })
        expect(judged(given, seenBefore, now, policy)).toEqual(judged(given, seenBefore))
      },
    ),
    runs,
  )
})

test('an override for everything is the same as other thresholds for everything', () => {
  const thresholds = { rotationDays: 30, nearExpiryDays: 90, oldVersionGraceDays: 0, allowedCurves: ['P-256'] }
  const overridden = policySchema.parse({ overrides: [{ selector: {}, thresholds }] })
  fc.assert(
    fc.property(evidence, (given) => {
      expect(judged(given, [], now, overridden)).toEqual(judged(given, [], now, policySchema.parse({ thresholds })))
    }),
    runs,
  )
})

/** The entry of one object, whatever part it is of. */
const entryOf = (part: Observed<PerObject<unknown>>, object: ObjectRef): Observed<unknown> => observedOf(part, object)

const losing = (part: Observed<PerObject<unknown>>, key: string, answer: Observed<never>) =>
  part.status === 'not' ? part : { ...part, value: new Map(part.value).set(key, answer) }

const turnedAround = <T>(part: Observed<PerObject<T>>, turn = (value: T) => value): Observed<PerObject<T>> =>
  part.status === 'not'
    ? part
    : {
        ...part,
        value: new Map(
          [...part.value]
            .toReversed()
            .map(([key, entry]) => [key, entry.status === 'not' ? entry : { ...entry, value: turn(entry.value) }]),
        ),
      }

const reversed = <T>(list: Observed<readonly T[]>): Observed<readonly T[]> =>
  list.status === 'not' ? list : { ...list, value: list.value.toReversed() }

/** Known objects may be written in two ways; only the key tells. */
const plain = (verdict: Verdict): Verdict =>
  verdict.subject === 'vault'
    ? verdict
    : { ...verdict, subject: { kind: verdict.subject.kind, name: verdict.subject.name.toLowerCase() } }
