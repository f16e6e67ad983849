import { describe, expect, test } from 'vitest'
import { createOrganization } from './create-organization.ts'
import { dayMs } from './rhythm.ts'
import { expiredYetRead, truthAt } from './truth.ts'

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
