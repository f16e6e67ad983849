// What was deleted and can still be recovered: objects, vaults, and the page of a vault that is gone.
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from '../a-remembered-estate.ts'
import { getGoneVault } from './get-gone-vault.ts'
import { getVault } from './get-vault.ts'
import { listDeletedObjects } from './list-deleted-objects.ts'
import { listDeletedVaults } from './list-deleted-vaults.ts'
import { listVaultObjects } from './list-vault-objects.ts'

const day = (text: string) => new Date(`2026-11-${text}T06:00:00Z`)
const at = day('23')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('01'))
let vaultId = 0

const settings = {
  ...{ sku: 'standard', accessModel: 'rbac', publicNetworkAccess: 'enabled', firewallDefaultAction: 'deny' },
  ...{ trustedServicesBypass: true, ipRules: [], virtualNetworkRules: [], privateEndpoints: [], accessPolicies: [] },
  ...{ purgeProtection: true, softDelete: true, softDeleteRetentionDays: 90 },
}

beforeAll(async () => {
  const shop = await estate.vault('kv-shop', { owner: 'ana', subscription: 'Retail' })
  vaultId = shop.vaultId
  const deleted = (name: string, purge: Date | null, held: { owner?: string; from?: Date; to?: Date } = {}) =>
    db.deletedObject.create({
      data: {
        ...{
          vaultId,
          kind: 'secret',
          name,
          nameKey: name.toLowerCase(),
          deletedAt: day('10'),
          scheduledPurgeAt: purge,
        },
        ...{ owner: held.owner ?? null, validFrom: held.from ?? day('11'), validTo: held.to ?? null },
      },
    })
  await deleted('Later', day('30'))
  await deleted('Sooner', day('25'), { owner: 'bo' })
  await deleted('Unsaid', null)
  await deleted('Recovered', day('30'), { to: day('15') })
  const key = await estate.object(shop, 'signing', { kind: 'key' })
  await estate.object(shop, 'plain')
  await db.objectDetail.create({
    data: {
      ...{ objectId: key.objectId, vaultId, validFrom: day('01'), renewsItself: true },
      ...{ renewalTrigger: '30 days before expiry', keyType: 'RSA', keyBits: 3072 },
    },
  })
  const gone = await estate.vault('kv-old', {
    owner: 'ana',
    subscription: 'Retail',
    environment: 'test',
    settings,
    goneAt: day('12'),
  })
  await estate.object(gone, 'inside', { owner: 'bo', goneAt: day('12') })
  await estate.object(gone, 'left-before', { owner: 'cem', goneAt: day('05') })
  const { resourceId } = await db.vault.findUniqueOrThrow({ where: { id: gone.vaultId } })
  const vault = (name: string, given: { resourceId: string; owner?: string; purge: Date }) =>
    db.deletedVault.create({
      data: {
        ...{
          name,
          resourceId: given.resourceId,
          subscriptionId: '00000000-0000-0000-0000-Retail',
          location: 'westeurope',
        },
        ...{ deletedAt: day('11'), scheduledPurgeAt: given.purge, purgeProtected: true, validFrom: day('12') },
        owner: given.owner ?? null,
      },
    })
  await vault('kv-old', { resourceId, purge: day('28') })
  await vault('kv-never-seen', { resourceId: '/subscriptions/x/kv-never-seen', owner: 'eve', purge: day('26') })
})

const objects = async (scope = everything, when = at) =>
  (await listDeletedObjects(db, scope, { at: when, vaultId, most: 9 })).rows.map(({ name }) => name)

test('deleted objects are those that can be recovered then, what is purged first coming first', async () => {
  expect(await objects()).toEqual(['Sooner', 'Later', 'Unsaid'])
  expect(await objects(everything, day('12'))).toEqual(['Sooner', 'Later', 'Recovered', 'Unsaid'])
  expect(await objects(everything, day('10'))).toEqual([])
  expect(await listDeletedObjects(db, everything, { at, vaultId, most: 1 })).toMatchObject({
    rows: [{ name: 'Sooner', owner: 'bo', scheduledPurgeAt: day('25') }],
    total: 3,
  })
})

test('who owned the object, or owns its vault, sees that it was deleted', async () => {
  expect(await objects(ownedBy('Bo'))).toEqual(['Sooner'])
  expect(await objects(ownedBy('Ana'))).toHaveLength(3)
  expect(await objects(ownedBy('Eve'))).toEqual([])
})

const vaults = async (scope = everything, { when = at, text = null as string | null } = {}) =>
  (await listDeletedVaults(db, scope, { at: when, text, page: 1, pageSize: 9 })).rows

test('deleted vaults are listed with their subscription, whether Kempt knew them or not', async () => {
  expect(await vaults()).toMatchObject([
    { name: 'kv-never-seen', known: false, owner: 'eve', subscriptionName: 'Retail' },
    { name: 'kv-old', known: true, owner: 'ana', subscriptionName: 'Retail', purgeProtected: true },
  ])
  expect(await vaults(everything, { when: day('11') })).toEqual([])
  expect(await vaults(everything, { text: 'OLD' })).toHaveLength(1)
})

test('a deleted vault is seen by whom its tags named, or whose it was last', async () => {
  expect((await vaults(ownedBy('Eve'))).map(({ name }) => name)).toEqual(['kv-never-seen'])
  expect((await vaults(ownedBy('Ana'))).map(({ name }) => name)).toEqual(['kv-old'])
  expect(await vaults(ownedBy('Bo'))).toEqual([])
})

test('a vault that is gone says since when, what it was, and when it is purged', async () => {
  expect(await getVault(db, everything, { at, name: 'kv-old' })).toBeNull()
  expect(await getGoneVault(db, everything, { at, name: 'KV-Old' })).toMatchObject({
    goneAt: day('12'),
    objects: 1,
    last: { owner: 'ana', environment: 'test', purgeProtection: true },
    deleted: { scheduledPurgeAt: day('28'), purgeProtected: true },
  })
})

test('as of a day when it stood, it is there', async () => {
  expect(await getGoneVault(db, everything, { at: day('11'), name: 'kv-old' })).toBeNull()
  expect(await getVault(db, everything, { at: day('11'), name: 'kv-old' })).toMatchObject({ place: { owner: 'ana' } })
})

test('who owned only something in it learns that it is gone, and nothing about it; others learn nothing', async () => {
  expect(await getGoneVault(db, ownedBy('Bo'), { at, name: 'kv-old' })).toMatchObject({ last: null, objects: 1 })
  expect(await getGoneVault(db, ownedBy('Cem'), { at, name: 'kv-old' })).toBeNull()
  expect(await getGoneVault(db, ownedBy('Eve'), { at, name: 'kv-old' })).toBeNull()
  expect(await getGoneVault(db, everything, { at, name: 'kv-shop' })).toBeNull()
})

test('a key says what it is made of and whether it renews itself; of a secret nothing is said', async () => {
  const { rows } = await listVaultObjects(db, everything, {
    ...{ at, vaultId, text: null, sort: 'name', direction: 'asc', page: 1, pageSize: 9 },
  })
  expect(rows).toMatchObject([
    { name: 'plain', renewsItself: null, keyType: null },
    { name: 'signing', renewsItself: true, renewalTrigger: '30 days before expiry', keyType: 'RSA', keyBits: 3072 },
  ])
})
