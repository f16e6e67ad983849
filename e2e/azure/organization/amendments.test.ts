import { afterEach, expect, test } from 'vitest'
import { createOrganization } from './create-organization.ts'
import { dayMs } from './rhythm.ts'

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
