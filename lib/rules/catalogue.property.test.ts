// What must hold of every rule, whatever the settings, policies, tags and dates it meets. The seed is fixed.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Evidence, PerObject } from '#lib/domain/evidence.ts'
import { type Observed, read } from '#lib/domain/observed.ts'
import { defaultPolicy } from '#lib/domain/policy.ts'
import { assignmentLevels } from '#lib/domain/role-assignment.ts'
import { objectKey, type VaultObject } from '#lib/domain/vault-object.ts'
import { addDays } from '#lib/format/date.ts'
import { judge } from '#lib/engine/judge.ts'
import { aCertificate } from './examples/a-certificate.ts'
import { aKey } from './examples/a-key.ts'
import { aSecret } from './examples/a-secret.ts'
import { aValueRole } from './examples/a-value-role.ts'
import { aVault } from './examples/a-vault.ts'
import { aVersion } from './examples/a-version.ts'
import { anAccessPolicy } from './examples/an-access-policy.ts'
import { now } from './examples/now.ts'
import { someEvidence } from './examples/some-evidence.ts'

const runs = { seed: 20261123, numRuns: 300 }

const at = fc.integer({ min: -400, max: 400 }).map((days) => addDays(now, days))
/** Kempt itself has seen nothing that is still to come. */
const past = fc.integer({ min: -400, max: 0 }).map((days) => addDays(now, days))
const permissions = fc.uniqueArray(fc.constantFrom('get', 'list', 'set', 'purge', 'all'))
const tags = fc.constantFrom<Record<string, string>[]>(
  {},
  { application: 'orders', env: 'prod' },
  { app: 'billing', environment: 'Test' },
  { CredentialId: 'key1', ValidityPeriodDays: 'soon' },
)
const dated = {
  enabled: fc.boolean(),
  createdAt: at,
  updatedAt: at,
  notBeforeAt: fc.option(at),
  expiresAt: fc.option(at),
}

/** What takes one call per object. The versions are those besides the current one. */
const detail = fc.record({
  older: fc.array(
    fc
      .record({ id: fc.constantFrom('aaaa1111', 'bbbb2222', 'cccc3333'), enabled: fc.boolean(), createdAt: at })
      .map(aVersion),
    { maxLength: 3 },
  ),
  history: fc.record({ seenFirstAt: past, earliestExpiresAt: fc.option(at) }),
  renewal: fc.record({
    automatic: fc.boolean(),
    trigger: fc.constantFrom('P30D before expiry', null),
    issuer: fc.constantFrom('DigiCert', 'Unknown', null),
  }),
  material: fc.record({
    type: fc.constantFrom('RSA', 'EC-HSM', 'oct'),
    bits: fc.constantFrom(1024, 3072, null),
    curve: fc.constantFrom('P-256', 'P-192', null),
  }),
})

const objects = (make: (said: Partial<VaultObject>) => VaultObject) =>
  fc.array(fc.record({ object: fc.record({ ...dated, tags }).map(make), detail }), { maxLength: 4 })

const evidence: fc.Arbitrary<Evidence> = fc
  .record({
    settings: fc.record({
      accessModel: fc.constantFrom('rbac' as const, 'access-policy' as const),
      firewallDefaultAction: fc.constantFrom('allow' as const, 'deny' as const),
      ipRules: fc.array(fc.constantFrom('203.0.113.7/32', '91.198.0.0/16', '20.0.0.0/8', 'office')),
      privateEndpoints: fc.array(
        fc.record({ id: fc.constant('/s/pe'), status: fc.constantFrom('Approved', 'Pending', 'Rejected') }),
      ),
      accessPolicies: fc.array(
        fc
          .record({
            objectId: fc.constantFrom('o-1', 'o-2', 'o-3', 'o-4'),
            applicationId: fc.constantFrom(null, 'a-1'),
            secrets: permissions,
            keys: permissions,
          })
          .map(anAccessPolicy),
      ),
      softDeleteRetentionDays: fc.constantFrom(null, 7, 90),
    }),
    tags,
    secrets: objects(aSecret),
    keys: objects(aKey),
    certificates: objects(aCertificate),
    valueRoles: fc.array(
      fc
        .record({
          principalId: fc.constantFrom('p-1', 'p-2', 'p-3', 'p-4'),
          level: fc.constantFrom(...assignmentLevels),
          conditional: fc.boolean(),
        })
        .map(aValueRole),
    ),
    topics: fc.array(fc.constantFrom('one', 'two', 'three').map((name) => ({ id: `/t/${name}`, name }))),
  })
  .map(({ settings, tags, valueRoles, topics, ...lists }) => {
    const [secrets, keys, certificates] = [lists.secrets, lists.keys, lists.certificates].map((list) =>
      list.map(({ object, detail }, index) => ({ object: { ...object, name: `${object.kind}-${index}` }, detail })),
    )
    const all = [...(secrets ?? []), ...(keys ?? []), ...(certificates ?? [])]
    const ofEach = <T>(of: (one: (typeof all)[number]) => T): Observed<PerObject<T>> =>
      read(new Map(all.map((one) => [objectKey(one.object), read(of(one))])))
    const listOf = (some: typeof secrets) => read((some ?? []).map(({ object }) => object))
    return someEvidence({
      vault: aVault({ settings, tags }),
      secrets: listOf(secrets),
      keys: listOf(keys),
      certificates: listOf(certificates),
      versions: ofEach(({ object, detail }) => [aVersion({ createdAt: object.createdAt }), ...detail.older]),
      history: ofEach(({ detail }) => detail.history),
      renewals: ofEach(({ detail }) => detail.renewal),
      keyMaterial: ofEach(({ detail }) => detail.material),
      valueRoles: read(valueRoles),
      eventTopics: read(topics),
    })
  })

const judged = (given: Evidence, instant = now) =>
  judge({ evidence: given, known: [], policy: defaultPolicy, ownerTagNames: ['owner'], now: instant })

test('the order of firewall rules, policies, endpoints, permissions, versions, roles and topics does not matter', () => {
  fc.assert(
    fc.property(evidence, (given) => {
      const { settings } = given.vault
      const other: Evidence = {
        ...given,
        vault: {
          ...given.vault,
          settings: {
            ...settings,
            ipRules: settings.ipRules.toReversed(),
            privateEndpoints: settings.privateEndpoints.toReversed(),
            accessPolicies: settings.accessPolicies
              .map((policy) => ({ ...policy, secrets: policy.secrets.toReversed(), keys: policy.keys.toReversed() }))
              .toReversed(),
          },
        },
        valueRoles: turned(given.valueRoles),
        eventTopics: turned(given.eventTopics),
        versions:
          given.versions.status === 'not'
            ? given.versions
            : read(new Map([...given.versions.value].map(([key, list]) => [key, turned(list)]))),
      }
      expect(judged(other)).toEqual(judged(given))
    }),
    runs,
  )
})

const turned = <T>(list: Observed<readonly T[]>): Observed<readonly T[]> =>
  list.status === 'not' ? list : { ...list, value: list.value.toReversed() }

test('while nothing changes the words and facts of a verdict that stays stay as they are', () => {
  fc.assert(
    fc.property(evidence, (given) => {
      const today = judged(given)
      for (const [index, next] of judged(given, addDays(now, 1)).entries()) {
        if (next.status === today[index]?.status && next.status !== 'pass') expect(next).toEqual(today[index])
      }
    }),
    runs,
  )
})

test('the passing of time never un-expires anything, nor undoes what was done to it or left undone', () => {
  const once = /-(expired|validity-too-long|kept|still-enabled|without-rotation|without-renewal)$/
  const failing = (given: Evidence, instant: Date) =>
    judged(given, instant)
      .filter(({ ruleId, status }) => once.test(ruleId) && status === 'fail')
      .map(({ ruleId, subject }) => `${ruleId} ${JSON.stringify(subject)}`)
  fc.assert(
    fc.property(evidence, fc.integer({ min: 0, max: 1000 }), (given, days) => {
      expect(failing(given, addDays(now, days))).toEqual(expect.arrayContaining(failing(given, now)))
    }),
    runs,
  )
})
