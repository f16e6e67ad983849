import { afterEach, describe, expect, test } from 'vitest'
import { readAmendment } from '../control/read-amendment.ts'
import { createOrganization } from './create-organization.ts'
import type { Version, VaultObject } from './organization.ts'
import { dayMs } from './rhythm.ts'
import { truthAt } from './truth.ts'
import { deletedObjectsAt } from './truth/deleted-at.ts'
import { dailyLooks, expiryExtended } from './truth/expiry-extended.ts'

const now = new Date('2026-11-20T12:30:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)
const organization = createOrganization({ seed: 'kempt', vaults: 20 })
const generated = organization.estateAt(now)
const [vault] = generated.vaults
if (!vault) throw new Error('the estate is empty')
const find = (name: string, at = now) => organization.estateAt(at).vaults.find((each) => each.name === name)

afterEach(() => organization.undoAmendments())

test('undone amendments leave no trace', () => {
  const objects = organization.objectsAt(vault.name, now)
  organization.amend({ kind: 'vault', from: daysAgo(3), vault: { name: vault.name, tags: {} }, objects: [] })
  organization.amend({ kind: 'vault-gone', from: daysAgo(1), vault: vault.name })
  expect(find(vault.name)).toBeUndefined()
  organization.undoAmendments()
  expect(organization.estateAt(now)).toEqual(generated)
  expect(organization.objectsAt(vault.name, now)).toEqual(objects)
})

test('an amendment holds from its instant on, and not a second earlier', () => {
  organization.amend({ kind: 'access', from: daysAgo(2), vault: vault.name, access: 'firewall' })
  expect(find(vault.name)?.access).toBe('firewall')
  expect(find(vault.name, daysAgo(2))?.access).toBe('firewall')
  expect(find(vault.name, new Date(daysAgo(2).getTime() - 1000))?.access).toBe(vault.access)
})

test('a new vault is healthy but for what was said about it', () => {
  organization.amend({
    kind: 'vault',
    from: daysAgo(5),
    vault: { name: 'kv-story-prod-weu', tags: { owner: 'Payments' }, properties: { publicNetworkAccess: 'Disabled' } },
    objects: [{ name: 'stripe-key' }, { name: 'seal', kind: 'key' }],
  })
  expect(find('kv-story-prod-weu')).toMatchObject({
    tags: { owner: 'Payments' },
    access: 'readable',
    properties: { enablePurgeProtection: true, enableRbacAuthorization: true, publicNetworkAccess: 'Disabled' },
  })
  expect(find('kv-story-prod-weu', daysAgo(6))).toBeUndefined()
  const [secret, key] = organization.objectsAt('kv-story-prod-weu', now)
  expect(secret).toMatchObject({ kind: 'secret', managed: false, versions: [{ enabled: true, createdAt: daysAgo(5) }] })
  expect(key).toMatchObject({ kind: 'key', material: { kty: 'RSA', keySize: 2048 } })
  const group = organization.estateAt(now).resourceGroups.find(({ name }) => name === 'rg-kv-story-prod-weu')
  expect(group?.subscriptionId).toBe(find('kv-story-prod-weu')?.subscriptionId)
})

test('an object is added, then changed, in the order it was said', () => {
  const object = { kind: 'secret' as const, name: 'added-later' }
  organization.amend({ kind: 'object', from: daysAgo(4), vault: vault.name, object })
  organization.amend({
    kind: 'object',
    from: daysAgo(2),
    vault: vault.name,
    object: { ...object, deletedAt: daysAgo(2) },
  })
  const at = (days: number) =>
    organization.objectsAt(vault.name, daysAgo(days)).find(({ name }) => name === 'added-later')
  expect(at(5)).toBeUndefined()
  expect(at(3)).toMatchObject({ deletedAt: null })
  expect(at(1)).toMatchObject({ deletedAt: daysAgo(2) })
})

test('a vault that goes can be recovered for as long as it keeps what it held', () => {
  organization.amend({ kind: 'vault-gone', from: daysAgo(1), vault: vault.name })
  expect(organization.estateAt(now).deletedVaults).toContainEqual(
    expect.objectContaining({ name: vault.name, deletedAt: daysAgo(1) }),
  )
  expect(() => organization.objectsAt(vault.name, now)).toThrow('there is no vault')
})

describe('what happens to one object, told as JSON', () => {
  const subject = { kind: 'secret' as const, name: 'told-api-key' }
  const version = (id: string, days: number, said: Partial<Version> = {}): Version => ({
    id: id.repeat(32),
    createdAt: daysAgo(days),
    updatedAt: daysAgo(days),
    enabled: true,
    notBeforeAt: null,
    expiresAt: daysAgo(days - 60),
    contentType: 'text/plain',
    tags: {},
    ...said,
  })
  const tell = (days: number, object: Partial<VaultObject>) =>
    organization.amend(
      readAmendment(
        JSON.parse(
          JSON.stringify({ kind: 'object', from: daysAgo(days), vault: vault.name, object: { ...subject, ...object } }),
        ),
      ),
    )
  const told = (days: number) =>
    organization
      .objectsAt(vault.name, daysAgo(days))
      .find(({ kind, name }) => kind === subject.kind && name === subject.name)

  test('a rotation leaves the old version enabled, until somebody disables it', () => {
    tell(30, { versions: [version('a', 30)] })
    tell(20, { versions: [version('a', 30), version('b', 20)] })
    tell(5, { versions: [version('a', 30, { enabled: false, updatedAt: daysAgo(5) }), version('b', 20)] })
    expect(told(25)?.versions).toHaveLength(1)
    expect(told(10)?.versions.map(({ enabled }) => enabled)).toEqual([true, true])
    expect(told(0)?.versions.map(({ enabled }) => enabled)).toEqual([false, true])
    const isKept = (days: number) =>
      truthAt(organization, daysAgo(days), { sees: () => true })['old-version-still-enabled'].includes(
        `${vault.name}/secret/told-api-key`,
      )
    expect([14, 10, 4].map(isKept)).toEqual([false, true, false])
  })

  test('an expiry is moved later while the version stays', () => {
    tell(30, { versions: [version('a', 30)] })
    tell(3, { versions: [version('a', 30, { updatedAt: daysAgo(3), expiresAt: daysAgo(-200) })] })
    const looks = dailyLooks(daysAgo(10), now)
    const everything = { sees: () => true }
    expect(expiryExtended(organization, looks, everything)).toContain(`${vault.name}/secret/told-api-key`)
    expect(expiryExtended(organization, dailyLooks(daysAgo(2), now), everything)).not.toContain(
      `${vault.name}/secret/told-api-key`,
    )
  })

  test('tags are edited, and a tag that is called like an instant stays text', () => {
    tell(9, { versions: [version('a', 9)] })
    tell(4, { versions: [version('a', 9, { updatedAt: daysAgo(4), tags: { owner: 'Dispatch', expiresAt: 'soon' } })] })
    expect(told(5)?.versions[0]?.tags).toEqual({})
    expect(told(0)?.versions[0]).toMatchObject({
      createdAt: daysAgo(9),
      updatedAt: daysAgo(4),
      tags: { owner: 'Dispatch', expiresAt: 'soon' },
    })
  })

  test('it is deleted, purged later unless it is recovered', () => {
    tell(30, { versions: [version('a', 30)] })
    tell(8, { deletedAt: daysAgo(8) })
    tell(2, { deletedAt: null })
    const deleted = (days: number) =>
      deletedObjectsAt(organization, daysAgo(days), { sees: () => true }).find(({ subject }) =>
        subject.endsWith('/told-api-key'),
      )
    expect(deleted(9)).toBeUndefined()
    expect(deleted(5)).toMatchObject({ deletedAt: daysAgo(8), scheduledPurgeAt: daysAgo(8 - 90) })
    expect(deleted(1)).toBeUndefined()
    expect(told(1)).toMatchObject({ deletedAt: null, scheduledPurgeAt: null, versions: told(30)?.versions })
  })

  test('versions that are not whole are refused', () => {
    expect(() => tell(3, { versions: [] })).toThrow('whole versions')
    expect(() =>
      readAmendment({
        kind: 'object',
        from: '2026-11-20T00:00:00Z',
        vault: vault.name,
        object: { ...subject, versions: [{ id: 'a', enabled: false }] },
      }),
    ).toThrow('whole versions')
  })
})

test('a key gets a rotation policy, and keeps everything else', () => {
  const key = organization
    .objectsAt(vault.name, now)
    .find(({ kind, managed, policy }) => kind === 'key' && !managed && !JSON.stringify(policy).includes('"Rotate"'))
  if (!key) throw new Error('every key of the first vault rotates')
  const rotating = { lifetimeActions: [{ trigger: { timeAfterCreate: 'P60D' }, action: { type: 'Rotate' } }] }
  organization.amend({
    kind: 'object',
    from: daysAgo(1),
    vault: vault.name,
    object: { kind: 'key', name: key.name, policy: rotating },
  })
  const amended = organization.objectsAt(vault.name, now).find(({ kind, name }) => kind === 'key' && name === key.name)
  expect(amended).toEqual({ ...key, policy: rotating })
})

test('a new certificate renews itself', () => {
  const object = { kind: 'certificate' as const, name: 'added-tls' }
  organization.amend({ kind: 'object', from: daysAgo(4), vault: vault.name, object })
  const truth = truthAt(organization, now, { sees: () => true })
  const subject = `${vault.name}/certificate/added-tls`
  expect(truth.objects).toContain(subject)
  expect(truth['certificate-without-renewal']).not.toContain(subject)
  expect(truth['weak-key']).not.toContain(subject)
})
