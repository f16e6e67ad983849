// What must hold of every rule, whatever the settings, policies, tags and dates it meets. The seed is fixed.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Evidence } from '#lib/domain/evidence.ts'
import { read } from '#lib/domain/observed.ts'
import { defaultPolicy } from '#lib/domain/policy.ts'
import { addDays } from '#lib/format/date.ts'
import { judge } from '#lib/engine/judge.ts'
import { aKey } from './examples/a-key.ts'
import { aSecret } from './examples/a-secret.ts'
import { aVault } from './examples/a-vault.ts'
import { anAccessPolicy } from './examples/an-access-policy.ts'
import { now } from './examples/now.ts'
import { someEvidence } from './examples/some-evidence.ts'

const runs = { seed: 20261123, numRuns: 300 }

const at = fc.integer({ min: -400, max: 400 }).map((days) => addDays(now, days))
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
    secrets: fc.array(fc.record({ ...dated, tags }).map(aSecret), { maxLength: 4 }),
    keys: fc.array(fc.record({ ...dated, tags }).map(aKey), { maxLength: 4 }),
  })
  .map(({ settings, tags, secrets, keys }) =>
    someEvidence({
      vault: aVault({ settings, tags }),
      secrets: read(secrets.map((secret, index) => ({ ...secret, name: `s-${index}` }))),
      keys: read(keys.map((key, index) => ({ ...key, name: `k-${index}` }))),
    }),
  )

const judged = (given: Evidence, instant = now) =>
  judge({ evidence: given, known: [], policy: defaultPolicy, ownerTagNames: ['owner'], now: instant })

test('the order of firewall rules, policies, endpoints and permissions does not matter', () => {
  fc.assert(
    fc.property(evidence, (given) => {
      const { settings } = given.vault
      const turned: Evidence = {
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
      }
      expect(judged(turned)).toEqual(judged(given))
    }),
    runs,
  )
})

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

test('the passing of time never un-expires anything, nor shortens how long it was valid or disabled', () => {
  const once = /-(expired|validity-too-long|kept)$/
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
