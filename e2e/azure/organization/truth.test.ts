import { describe, expect, test } from 'vitest'
import { createOrganization } from './create-organization.ts'
import { dayMs } from './rhythm.ts'
import { truthAt } from './truth.ts'
import { deletedObjectsAt, deletedVaultsAt } from './truth/deleted-at.ts'
import { dailyLooks, expiryExtended } from './truth/expiry-extended.ts'
import { expiredYetRead } from './truth/expired-yet-read.ts'

const now = new Date('2026-11-20T03:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)

describe.each(['kempt', 'another', 'third'])('a believable company (seed %s)', (seed) => {
  const organization = createOrganization({ seed, vaults: 60 })

  test.each([0, 37, 74, 400])('looks alike %i days ago', (days) => {
    const at = daysAgo(days)
    const truth = truthAt(organization, at)
    const secrets = organization
      .estateAt(at)
      .vaults.filter(({ access }) => access === 'readable')
      .flatMap(({ name }) => organization.objectsAt(name, at))
      .filter(({ kind, managed, deletedAt }) => kind === 'secret' && !managed && !deletedAt).length
    const share = (fault: keyof typeof truth) => truth[fault].length / secrets
    expect(share('secret-overdue-for-rotation')).toBeGreaterThan(0.25)
    expect(share('secret-overdue-for-rotation')).toBeLessThan(0.45)
    expect(share('secret-expired')).toBeGreaterThan(0.025)
    expect(share('secret-expired')).toBeLessThan(0.075)
    expect(share('secret-near-expiry')).toBeGreaterThan(0.05)
    expect(share('secret-near-expiry')).toBeLessThan(0.13)
    expect(share('secret-without-expiry')).toBeGreaterThan(0.08)
    expect(share('secret-without-expiry')).toBeLessThan(0.17)
    expect(truth['vault-without-purge-protection'].length).toBeGreaterThan(10)
    expect(truth['vault-without-purge-protection'].length).toBeLessThan(32)
    expect(truth['vault-without-rbac'].length).toBeGreaterThan(8)
    expect(truth['vault-without-audit-log'].length).toBeGreaterThan(1)
    expect(truth['vault-open-to-internet'].length).toBeGreaterThan(10)
    expect(truth['vault-open-to-internet'].length).toBeLessThan(36)
  })

  test('has some of every fault, and never all of them', () => {
    const truth = truthAt(organization, now)
    const shares: [keyof typeof truth, number, number][] = [
      ['weak-key', 0.001, 0.02],
      ['key-without-rotation-policy', 0.02, 0.08],
      ['certificate-without-renewal', 0.005, 0.03],
      ['old-version-still-enabled', 0.15, 0.45],
      ['secret-validity-too-long', 0.15, 0.45],
      ['object-without-owner', 0.02, 0.2],
    ]
    for (const [fault, least, most] of shares) {
      expect(truth[fault].length / truth.objects.length, fault).toBeGreaterThan(least)
      expect(truth[fault].length / truth.objects.length, fault).toBeLessThan(most)
    }
    const { vaults, roleAssignments } = organization.estateAt(now)
    for (const fault of ['value-role-above-vault', 'vault-without-event-subscription'] as const) {
      expect(truth[fault].length, fault).toBeGreaterThan(5)
      expect(truth[fault].length, fault).toBeLessThan(vaults.length - 5)
    }
    // Both of the places above a vault that a reviewer asks about.
    for (const scope of [
      /^\/providers\/Microsoft.Management\/managementGroups\/hf-business$/,
      /^\/subscriptions\/[^/]+$/,
    ])
      expect(
        roleAssignments.filter(
          (given) => scope.test(given.scope) && /(00482a5a|b86a8fe4)-/.test(given.roleDefinitionId),
        ),
      ).not.toEqual([])
  })

  test('holds weak keys only where something was brought along from outside', () => {
    for (const { name } of organization.estateAt(now).vaults)
      for (const { kind, policy, material } of organization.objectsAt(name, now)) {
        const text = JSON.stringify({ policy, material })
        if (kind !== 'secret' && text.includes('1024')) expect(text, name).not.toMatch(/"(Rotate|AutoRenew)"/)
      }
  })

  test('has secrets whose expiry was moved later, and more the longer one looks', () => {
    const found = (days: number) => expiryExtended(organization, dailyLooks(daysAgo(days), now))
    const [week, quarter] = [found(7), found(90)]
    expect(quarter).toEqual(expect.arrayContaining(week))
    expect(quarter.length).toBeGreaterThan(20)
    expect(quarter.length).toBeGreaterThan(week.length)
    expect(expiryExtended(organization, [now])).toEqual([])
  })

  test('has deleted objects and vaults that can be recovered, and none of them is also there', () => {
    const deleted = deletedObjectsAt(organization, now)
    expect(deleted.length).toBeGreaterThan(5)
    const { objects } = truthAt(organization, now)
    for (const { subject, deletedAt, scheduledPurgeAt } of deleted) {
      expect(objects).not.toContain(subject)
      expect(deletedAt.getTime()).toBeLessThanOrEqual(now.getTime())
      expect(scheduledPurgeAt?.getTime()).toBeGreaterThan(now.getTime())
    }
    const names = organization.estateAt(now).vaults.map(({ name }) => name)
    const quarter = dailyLooks(daysAgo(90), now).flatMap((look) => deletedVaultsAt(organization, look))
    expect(quarter.length).toBeGreaterThan(0)
    for (const { subject } of deletedVaultsAt(organization, now)) expect(names).not.toContain(subject)
  })

  test('has a handful of secrets that are read although they expired', () => {
    const read = expiredYetRead(organization, daysAgo(7), now)
    expect(read.length).toBeGreaterThan(1)
    expect(read.length).toBeLessThan(25)
  })
})

test('a fault that is made is counted, and gone when it is undone', () => {
  const organization = createOrganization({ seed: 'kempt', vaults: 5 })
  const before = truthAt(organization, now)
  organization.amend({
    kind: 'vault',
    from: daysAgo(10),
    vault: { name: 'kv-made-prod-weu', properties: { enablePurgeProtection: null } },
    objects: [
      {
        name: 'stale-key',
        versions: [
          {
            id: '0123456789abcdef0123456789abcdef',
            createdAt: daysAgo(100),
            updatedAt: daysAgo(100),
            enabled: true,
            notBeforeAt: null,
            expiresAt: daysAgo(3),
            contentType: null,
            tags: {},
          },
        ],
      },
    ],
  })
  const made = truthAt(organization, now)
  const subject = 'kv-made-prod-weu/secret/stale-key'
  expect(made['secret-expired']).toContain(subject)
  expect(made['secret-overdue-for-rotation']).toContain(subject)
  expect(made['secret-without-content-type']).toContain(subject)
  expect(made['vault-without-purge-protection']).toContain('kv-made-prod-weu')
  expect(made['vault-open-to-internet']).not.toContain('kv-made-prod-weu')
  organization.undoAmendments()
  expect(truthAt(organization, now)).toEqual(before)
})

test('an old version counts from the day its own successor came', () => {
  const organization = createOrganization({ seed: 'kempt', vaults: 5 })
  const version = (id: string, days: number) => ({
    id: id.repeat(32),
    createdAt: daysAgo(days),
    updatedAt: daysAgo(days),
    enabled: true,
    notBeforeAt: null,
    expiresAt: null,
    contentType: null,
    tags: {},
  })
  const { name } = organization.estateAt(now).vaults[0] ?? { name: '' }
  const isKept = (...versions: ReturnType<typeof version>[]) => {
    organization.undoAmendments()
    const object = { kind: 'secret' as const, name: 'twice-rotated', versions }
    organization.amend({ kind: 'object', from: daysAgo(100), vault: name, object })
    const truth = truthAt(organization, now, { sees: () => true })
    return truth['old-version-still-enabled'].includes(`${name}/secret/twice-rotated`)
  }
  expect(isKept(version('a', 90), version('b', 6))).toBe(false)
  expect(isKept(version('a', 90), version('b', 8))).toBe(true)
  // Rotated again yesterday: the first one should have gone forty days ago all the same.
  expect(isKept(version('a', 90), version('b', 47), version('c', 1))).toBe(true)
  expect(isKept({ ...version('a', 90), enabled: false }, version('b', 47), version('c', 1))).toBe(false)
})
