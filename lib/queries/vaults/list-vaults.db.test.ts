import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from '../a-remembered-estate.ts'
import { listVaults } from './list-vaults.ts'
import { everyVault, type VaultFilter, type VaultOrder, vaultSorts } from './vault-filter.ts'

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const at = new Date('2026-11-23T07:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-09-01'))

beforeAll(async () => {
  await estate.rule('secret-expired', { severity: 'high' })
  await estate.rule('object-without-owner', { severity: 'low' })
  await estate.rule('vault-without-audit-log', { severity: 'high', subject: 'vault' })
  const shop = await estate.vault('kv-shop', {
    owner: 'ana',
    environment: 'production',
    subscription: 'Retail',
    settings: { publicNetworkAccess: 'enabled', firewallDefaultAction: 'allow', purgeProtection: true },
  })
  const pay = await estate.vault('kv-pay', {
    owner: 'team-pay',
    subscription: 'Payments',
    settings: {
      accessModel: 'access-policy',
      publicNetworkAccess: 'disabled',
      firewallDefaultAction: 'deny',
      purgeProtection: false,
    },
    unread: { secrets: ['not', 'forbidden-by-rbac'], keys: ['not', 'forbidden-by-rbac'] },
  })
  await estate.vault('kv-quiet', { owner: 'ana', unread: { 'access-log': ['not', 'not-logged'] } })
  await estate.vault('kv-gone', { goneAt: day('2026-11-01') })
  await estate.object(shop, 'one')
  await estate.object(shop, 'two', { owner: 'bo' })
  await estate.object(pay, 'three')
  await estate.tally(shop, 'secret-expired', { owner: 'ana', pass: 1 })
  await estate.tally(shop, 'secret-expired', { owner: 'bo', vaultOwner: 'ana', fail: 1 })
  await estate.tally(shop, 'object-without-owner', { owner: 'ana', pass: 2 })
  await estate.tally(shop, 'vault-without-audit-log', { owner: 'ana', pass: 1 })
  await estate.tally(pay, 'vault-without-audit-log', { owner: 'team-pay', unknown: 1 })
  await estate.tally(pay, 'secret-expired', { owner: 'team-pay', unknown: 3 })
})

type Asked = { filter?: Partial<VaultFilter>; order?: VaultOrder; page?: number; pageSize?: number; when?: Date }

const byName: VaultOrder = { sort: 'name', direction: 'asc' }
const list = ({ filter, order = byName, page = 1, pageSize = 50, when = at }: Asked = {}, scope = everything) =>
  listVaults(db, scope, { at: when, filter: { ...everyVault, ...filter }, order, page, pageSize })
const names = async (...asked: Parameters<typeof list>) => (await list(...asked)).rows.map(({ name }) => name)

test('a row says how a vault stands, and out of what', async () => {
  const { rows } = await list()
  expect(rows.find(({ name }) => name === 'kv-shop')).toMatchObject({
    owned: true,
    owner: 'ana',
    accessModel: 'rbac',
    network: 'open',
    purgeProtection: true,
    logging: 'on',
    coverage: 'read',
    unreadCodes: [],
    // (5 · 1/2 + 1 · 1 + 5 · 1) / 11
    posture: expect.closeTo(8.5 / 11),
    passed: 4,
    judged: 5,
    unknown: 0,
    objects: 2,
    critical: 0,
    high: 1,
  })
})

test('a vault nobody could read has no posture, not a perfect one', async () => {
  const { rows } = await list()
  expect(rows.find(({ name }) => name === 'kv-pay')).toMatchObject({
    posture: null,
    judged: 0,
    unknown: 4,
    logging: 'unknown',
    network: 'private',
    coverage: 'partly',
    unreadCodes: ['forbidden-by-rbac'],
  })
})

test.each<[says: string, filter: Partial<VaultFilter>, names: string[]]>([
  ['by text', { text: 'SHOP' }, ['kv-shop']],
  ['by owner', { owner: 'Ana' }, ['kv-quiet', 'kv-shop']],
  ['by subscription', { subscriptions: ['payments'] }, ['kv-pay']],
  ['by environment', { environments: ['production'] }, ['kv-shop']],
  ['without environment', { environments: ['none'] }, ['kv-pay', 'kv-quiet']],
  ['by coverage', { coverage: ['partly', 'log'] }, ['kv-pay', 'kv-quiet']],
  ['by access model', { accessModel: 'access-policy' }, ['kv-pay']],
  ['by network', { networks: ['open'] }, ['kv-shop']],
  ['by purge protection', { purgeProtection: false }, ['kv-pay']],
  ['by logging', { logging: 'on' }, ['kv-shop']],
])('can be asked for %s', async (_, filter, expected) => {
  expect(await names({ filter })).toEqual(expected)
})

test('the worst findings come first by default, and every order can be paged without an overlap', async () => {
  expect((await names({ order: { sort: 'findings', direction: 'desc' } }))[0]).toBe('kv-shop')
  for (const sort of vaultSorts) {
    for (const direction of ['asc', 'desc'] as const) {
      const order = { sort, direction }
      const pages = [await list({ order, pageSize: 2 }), await list({ order, pageSize: 2, page: 2 })]
      expect(pages.flatMap(({ rows }) => rows)).toEqual((await list({ order })).rows)
      expect(pages.map(({ total }) => total)).toEqual([3, 3])
    }
  }
})

test('a past day has the vaults of that day', async () => {
  expect(await names({ when: day('2026-10-01') })).toContain('kv-gone')
})

test('who owns only something in a vault is told nothing about the vault itself', async () => {
  const { rows } = await list({}, ownedBy('Bo'))
  expect(rows).toMatchObject([
    {
      name: 'kv-shop',
      owned: false,
      objects: 1,
      posture: 0,
      judged: 1,
      high: 1,
      accessModel: null,
      network: null,
      purgeProtection: null,
      logging: null,
      coverage: null,
    },
  ])
  expect(await names({}, ownedBy('Ana'))).toEqual(['kv-quiet', 'kv-shop'])
})
