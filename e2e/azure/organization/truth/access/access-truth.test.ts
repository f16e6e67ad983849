import { beforeAll, describe, expect, test } from 'vitest'
import { createOrganization } from '../../create-organization.ts'
import type { Access } from '../../organization.ts'
import { dayMs, hourMs } from '../../rhythm.ts'
import { accessDeniedRepeatedly } from './access-denied-repeatedly.ts'
import { type AccessFault, accessTruthAt } from './access-truth.ts'
import { auditLogSilent } from './audit-log-silent.ts'
import { callerNotCaching } from './caller-not-caching.ts'
import { heardThroughout } from './heard-days.ts'
import { oldVersionStillRead } from './old-version-still-read.ts'
import { readersOf } from './readers-of.ts'
import { sensitiveOperations } from './sensitive-operations.ts'
import { unusedSecret } from './unused-secret.ts'
import { vaultThrottled } from './vault-throttled.ts'
import { worstNonCachers } from './worst-non-cachers.ts'

const now = new Date('2026-11-28T15:30:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)

describe.each(['7', 'kempt'])('in an organization of sixty vaults (seed %s)', (seed) => {
  const organization = createOrganization({ seed, vaults: 60 })
  let truth: Record<AccessFault, string[]>
  beforeAll(() => {
    truth = accessTruthAt(organization, now, daysAgo(90))
  }, 120_000)

  test.each([
    ['old-version-still-read', 3, 60],
    ['unused-secret', 50, 500],
    ['caller-not-caching', 10, 150],
    ['vault-throttled', 1, 4],
    ['access-denied-repeatedly', 1, 6],
    ['audit-log-silent', 1, 2],
    ['unprotected-vault-without-backup', 5, 25],
  ] as const)('%s is there, and not everywhere', (fault, least, most) => {
    expect(truth[fault].length).toBeGreaterThanOrEqual(least)
    expect(truth[fault].length).toBeLessThanOrEqual(most)
    expect(truth[fault]).toEqual([...new Set(truth[fault])].sort())
  })

  test('a secret is called unused only where the log was heard all along', () => {
    const heard = heardThroughout(organization, daysAgo(10), now)
    expect(heard.length).toBeGreaterThan(40)
    expect(heard.length).toBeLessThan(60)
    for (const subject of truth['unused-secret']) expect(heard).toContain(subject.split('/')[0])
  })

  test('the worst of those who keep nothing save thousands of reads a day', () => {
    const worst = worstNonCachers(organization, daysAgo(7), now, 10)
    expect(worst).toHaveLength(10)
    expect(worst[0]?.needless).toBeGreaterThan(7 * 1400 - 7 * 24)
    expect(worst.map(({ needless }) => needless)).toEqual(worst.map(({ needless }) => needless).sort((a, b) => b - a))
    for (const { needless, reads } of worst) expect(needless).toBeLessThan(reads)
  })
})

test('the small organization of the stories has what they tell of', () => {
  const organization = createOrganization({ seed: '7', vaults: 24 })
  const truth = accessTruthAt(organization, now, daysAgo(90))
  for (const fault of [
    'old-version-still-read',
    'caller-not-caching',
    'access-denied-repeatedly',
    'audit-log-silent',
    'unprotected-vault-without-backup',
  ] as const)
    expect(truth[fault].length, fault).toBeGreaterThan(0)
})

describe('what a story does is counted', () => {
  const organization = createOrganization({ seed: 'kempt', vaults: 3 })
  const [vault] = organization.estateAt(now).vaults
  if (!vault) throw new Error('the estate is empty')
  const object = { kind: 'secret' as const, name: 'told-api-key' }
  const subject = `${vault.name}/secret/told-api-key`
  const caller = { kind: 'application' as const, objectId: 'the-caller', applicationId: 'the-app' }
  const everything = { sees: () => true }
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
  const readOn = () => oldVersionStillRead(organization, now, everything)
  const notCached = () => callerNotCaching(organization, now, everything)
  const unused = (coveredFromAt = daysAgo(90)) => unusedSecret(organization, now, coveredFromAt, everything)
  const rotated = (...days: number[]) => {
    organization.undoAmendments()
    const versions = days.map((ago, place) => version(['a', 'b', 'c'][place] ?? 'd', ago))
    organization.amend({ kind: 'object', from: daysAgo(100), vault: vault.name, object: { ...object, versions } })
  }
  const read = (everyMinutes: number, more: { version?: string; httpStatus?: number } = {}) =>
    organization.amend({ kind: 'reads', from: daysAgo(2), vault: vault.name, object, everyMinutes, caller, ...more })

  test('a read of an older version, more than a week after its own successor came', () => {
    rotated(90, 9)
    read(600, { version: 'a'.repeat(32) })
    expect(readOn()).toContain(subject)
    rotated(90, 6)
    read(600, { version: 'a'.repeat(32) })
    expect(readOn()).not.toContain(subject)
    rotated(90, 40, 1)
    read(600, { version: 'a'.repeat(32) })
    expect(readOn()).toContain(subject)
    rotated(90, 9)
    read(600)
    expect(readOn()).not.toContain(subject)
  })

  test('three reads in eight hours are one too many, from one address', () => {
    rotated(200)
    read(250)
    expect(notCached()).not.toContain(subject)
    rotated(200)
    read(150)
    expect(notCached()).toContain(subject)
  })

  test('a secret that is read, or is too young, or whose log is too short, is not called unused', () => {
    rotated(200)
    expect(unused()).toContain(subject)
    expect(unused(daysAgo(89))).toEqual([])
    read(600, { httpStatus: 403 })
    expect(unused()).toContain(subject)
    read(600)
    expect(unused()).not.toContain(subject)
    rotated(80)
    expect(unused()).not.toContain(subject)
  })

  test('twenty refusals of one caller on one day, and not nineteen', () => {
    rotated(200)
    read(76, { httpStatus: 403 })
    expect(accessDeniedRepeatedly(organization, now)).not.toContain(vault.name)
    rotated(200)
    read(60, { httpStatus: 403 })
    expect(accessDeniedRepeatedly(organization, now)).toContain(vault.name)
  })

  test('one call that is throttled', () => {
    rotated(200)
    read(5000, { httpStatus: 429 })
    expect(vaultThrottled(organization, now)).toContain(vault.name)
  })

  test('who read it, how often, when last, and which versions', () => {
    rotated(90, 1)
    read(720)
    const readers = readersOf(organization, subject, daysAgo(7), now)
    expect([...readers.keys()]).toEqual(['the-caller'])
    expect(readers.get('the-caller')).toEqual({
      calls: 4,
      lastAt: new Date(now.getTime() - 12 * hourMs),
      versions: ['a'.repeat(32), 'b'.repeat(32)],
    })
    organization.undoAmendments()
  })

  test('a vault with a setting and without a row is silent, and one without a setting is not', () => {
    organization.undoAmendments()
    const silent = auditLogSilent(organization, daysAgo(7), now)
    organization.amend({ kind: 'vault', from: daysAgo(30), vault: { name: vault.name, diagnosticSettings: [] } })
    expect(auditLogSilent(organization, daysAgo(7), now)).toEqual(silent.filter((name) => name !== vault.name))
    organization.undoAmendments()
  })
})

test('sensitive operations are one line per day, vault, kind, object and caller', () => {
  const organization = createOrganization({ seed: 'kempt', vaults: 20 })
  const [from, to] = [new Date('2026-11-01T00:00:00Z'), new Date('2026-11-15T00:00:00Z')]
  const told = sensitiveOperations(organization, from, to)
  const rows = organization
    .estateAt(to)
    .workspaces.flatMap(({ customerId }): Access[] => organization.accesses(customerId, from, to))
  const backups = rows.filter(({ operation }) => operation === 'SecretBackup')
  expect(backups.length).toBeGreaterThan(50)
  const sum = told.filter(({ kind }) => kind === 'backed-up').reduce((calls, line) => calls + line.calls, 0)
  expect(sum).toBe(backups.length)
  expect(told[0]).toEqual({
    day: '2026-11-01',
    vault: expect.stringMatching(/^kv-/),
    kind: 'backed-up',
    object: expect.stringMatching(/^secret\//),
    callerObjectId: expect.any(String),
    calls: 1,
  })
  expect(told.map(({ day }) => day)).toEqual(told.map(({ day }) => day).sort())
})
