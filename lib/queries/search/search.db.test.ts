import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from '../a-remembered-estate.ts'
import { aRememberedLog } from '../a-remembered-log.ts'
import { findCallers } from './find-callers.ts'
import { findObjects } from './find-objects.ts'
import { findOwners } from './find-owners.ts'
import { findVaults } from './find-vaults.ts'

const since = new Date('2026-11-01T02:15:00Z')
const at = new Date('2026-11-23T02:15:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, since)
const log = aRememberedLog(db)

beforeAll(async () => {
  const shop = await estate.vault('kv-shop', { owner: 'ana', subscription: 'sub-shop' })
  const pay = await estate.vault('shop-pay', { owner: 'ben' })
  await estate.vault('bishopric', { owner: null })
  await estate.vault('kv-shop-old', { owner: 'ana', goneAt: new Date('2026-11-10T02:15:00Z') })
  await estate.vault('kv-shop-new', { owner: 'ben', from: new Date('2026-11-20T02:15:00Z') })
  await estate.object(shop, 'stripe-key')
  await estate.object(shop, 'my_stripe')
  await estate.object(pay, 'stripe-key', { kind: 'key', owner: 'carl' })
  await estate.object(pay, 'pinstriped')
  await estate.object(pay, 'tls', { kind: 'certificate' })
  await estate.object(pay, 'tls', { kind: 'secret', managed: true })
  for (const odd of ['100%', 'a_b', 'back\\slash', 'axb', '1000']) await estate.object(shop, odd)
  for (let i = 10; i < 22; i++) await estate.object(shop, `many-${i}`)
  const web = await log.caller('Web shop', { identity: '11112222-aaaa', applicationId: 'app-77' })
  const batch = await log.caller('batch.shop', { identity: '33334444-bbbb' })
  const late = await log.caller('Shop late')
  await log.calls(web, { vaultId: shop.vaultId, name: 'stripe-key' }, { on: '2026-11-20' })
  await log.calls(batch, { vaultId: pay.vaultId, name: 'stripe-key', kind: 'key' }, { on: '2026-11-05' })
  await log.calls(late, { vaultId: shop.vaultId }, { on: '2026-11-23', at: { 9: 1 } })
})

const asked = (text: string, changed: { at?: Date; most?: number } = {}) => ({ at, text, most: 8, ...changed })
const vaults = async (text: string, scope = everything, changed = {}) =>
  (await findVaults(db, scope, asked(text, changed))).rows.map(({ name }) => name)
const objects = async (text: string, scope = everything) =>
  (await findObjects(db, scope, asked(text))).rows.map(({ vaultName, kind, name }) => `${vaultName}/${kind}/${name}`)
const owners = async (text: string, scope = everything) =>
  (await findOwners(db, scope, asked(text))).rows.map(({ owner }) => owner)
const callers = async (text: string, scope = everything, changed = {}) =>
  (await findCallers(db, scope, asked(text, changed))).rows.map(({ name }) => name)

test('a name that begins so goes before one with such a word, and that before one that holds it', async () => {
  expect(await vaults('shop')).toEqual(['shop-pay', 'kv-shop', 'kv-shop-new', 'bishopric'])
  expect(await objects('STRIPE')).toEqual([
    'kv-shop/secret/stripe-key',
    'shop-pay/key/stripe-key',
    'kv-shop/secret/my_stripe',
    'shop-pay/secret/pinstriped',
  ])
})

test('vaults are those that stood at that instant', async () => {
  expect(await vaults('kv-shop', everything, { at: new Date('2026-11-05T02:15:00Z') })).toEqual([
    'kv-shop',
    'kv-shop-old',
  ])
  expect(await vaults('kv', everything, { at: new Date('2026-10-05T02:15:00Z') })).toEqual([])
})

test('where a vault is stands beside its name', async () => {
  const { rows } = await findVaults(db, everything, asked('kv-shop', { most: 1 }))
  expect(rows).toEqual([{ name: 'kv-shop', place: { subscriptionName: 'sub-shop', resourceGroup: 'rg-kv-shop' } }])
})

test('a certificate is found once, not with the secret behind it', async () => {
  expect(await objects('tls')).toEqual(['shop-pay/certificate/tls'])
})

test.each([
  ['100%', ['kv-shop/secret/100%']],
  ['_b', ['kv-shop/secret/a_b']],
  ['k\\s', ['kv-shop/secret/back\\slash']],
  ['%', ['kv-shop/secret/100%']],
  ["'; drop table vault; --", []],
])('%s is looked for as it stands', async (text, found) => {
  expect(await objects(text)).toEqual(found)
})

test('eight are told, and how many there are', async () => {
  const { rows, total } = await findObjects(db, everything, asked('many'))
  expect(rows.map(({ name }) => name)).toEqual([10, 11, 12, 13, 14, 15, 16, 17].map((i) => `many-${i}`))
  expect(total).toBe(12)
})

test('an owner finds only what is theirs, and the vaults their objects are in', async () => {
  expect(await vaults('shop', ownedBy('ana'))).toEqual(['kv-shop'])
  expect(await vaults('shop', ownedBy('carl'))).toEqual(['shop-pay'])
  expect(await objects('stripe', ownedBy('ana'))).toEqual(['kv-shop/secret/stripe-key', 'kv-shop/secret/my_stripe'])
  expect(await objects('stripe', ownedBy('carl'))).toEqual(['shop-pay/key/stripe-key'])
  expect(await objects('stripe', ownedBy('dora'))).toEqual([])
})

test('owners are told with what names them, and only to whom may see it', async () => {
  expect(await owners('a')).toEqual(['ana', 'carl'])
  expect(await owners('carl', ownedBy('ana'))).toEqual([])
  expect(await owners('carl', ownedBy('ben'))).toEqual([])
  expect(await owners('carl', ownedBy('carl'))).toEqual(['carl'])
  expect((await findOwners(db, everything, asked('ben'))).rows).toEqual([{ owner: 'ben', vaults: 2 }])
  expect((await findOwners(db, everything, asked('carl'))).rows).toEqual([{ owner: 'carl', vaults: 0 }])
})

test('callers are found by name, identity and application, once they called', async () => {
  expect(await callers('shop')).toEqual(['batch.shop', 'Web shop'])
  expect(await callers('3333')).toEqual(['batch.shop'])
  expect(await callers('app-77')).toEqual(['Web shop'])
  expect(await callers('late')).toEqual([])
  expect(await callers('late', everything, { at: new Date('2026-11-23T12:00:00Z') })).toEqual(['Shop late'])
})

test('an owner finds the callers of what is theirs', async () => {
  expect(await callers('shop', ownedBy('ana'))).toEqual(['Web shop'])
  expect(await callers('shop', ownedBy('carl'))).toEqual(['batch.shop'])
})
