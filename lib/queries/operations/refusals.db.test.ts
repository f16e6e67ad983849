import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy, type RememberedVault } from '../a-remembered-estate.ts'
import { aRememberedLog } from '../a-remembered-log.ts'
import { listRefusals, listThrottledDays } from './list-refusals.ts'

const at = new Date('2026-11-23T06:15:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, new Date('2026-10-01T02:00:00Z'))
const log = aRememberedLog(db)
let shop: RememberedVault

beforeAll(async () => {
  shop = await estate.vault('kv-shop', { owner: 'ben' })
  const other = await estate.vault('kv-other')
  await estate.object(shop, 'of-ana', { owner: 'ana' })
  const often = await log.caller('old-worker')
  const once = await log.caller('Chloe', { kind: 'user', identity: 'oid-chloe' })
  const denied = { outcome: 'denied' } as const
  await log.calls(often, { ...shop, name: 'of-ana' }, { on: '2026-11-20', at: { 1: 30, 5: 10 }, ...denied })
  await log.calls(often, { ...shop, name: 'other' }, { on: '2026-11-20', at: { 2: 5 }, ...denied })
  await log.calls(often, shop, { on: '2026-11-21', at: { 3: 2 }, operation: 'SecretList', ...denied })
  await log.calls(often, { ...shop, name: 'other' }, { on: '2026-10-20', at: { 2: 500 }, ...denied })
  await log.calls(often, { ...shop, name: 'other' }, { on: '2026-11-22', at: { 2: 9 } })
  await log.calls(once, { ...shop, name: 'other' }, { on: '2026-11-22', ...denied })
  await log.calls(once, { ...other, name: 'x' }, { on: '2026-11-22', ...denied })
  await log.calls(often, { ...shop, name: 'other' }, { on: '2026-11-19', at: { 4: 7 }, outcome: 'throttled' })
  await log.calls(once, { ...shop, name: 'other' }, { on: '2026-11-19', at: { 4: 1 }, outcome: 'throttled' })
})

const refused = (given: { at?: Date; most?: number } = {}, scope = everything) =>
  listRefusals(db, scope, { at, vaultId: shop.vaultId, days: 30, most: 10, ...given })

test('refused calls are summed up by caller and day over the vault and everything in it, the worst day first', async () => {
  const { rows, total } = await refused()
  expect(total).toBe(2)
  expect(rows).toEqual([
    {
      identity: 'id-of-old-worker',
      resourceId: null,
      hostId: null,
      name: 'old-worker',
      kind: 'application',
      calls: 47,
      worst: 45,
      lastAt: new Date('2026-11-21T03:30:00Z'),
      days: [
        { on: '2026-11-20', calls: 45 },
        { on: '2026-11-21', calls: 2 },
      ],
    },
    expect.objectContaining({ identity: 'oid-chloe', calls: 1, days: [{ on: '2026-11-22', calls: 1 }] }),
  ])
})

test('the total counts those that are not given too', async () => {
  const { rows, total } = await refused({ most: 1 })
  expect([rows.length, total]).toEqual([1, 2])
})

test('a past day shows its own thirty days', async () => {
  const { rows } = await refused({ at: new Date('2026-11-15T23:59:59.999Z') })
  expect(rows).toMatchObject([{ calls: 500, days: [{ on: '2026-10-20', calls: 500 }] }])
})

test('throttled calls are summed up by day, with whose they were', async () => {
  expect(await listThrottledDays(db, everything, { at, vaultId: shop.vaultId, days: 30 })).toEqual([
    { on: '2026-11-19', calls: 8, callers: ['Chloe', 'old-worker'] },
  ])
  expect(await listThrottledDays(db, everything, { at, vaultId: shop.vaultId, days: 4 })).toEqual([])
})

test('who owns one object in it sees refusals of that object alone', async () => {
  const { rows } = await refused({}, ownedBy('ana'))
  expect(rows).toMatchObject([{ calls: 40, worst: 40 }])
  expect(await listThrottledDays(db, ownedBy('ana'), { at, vaultId: shop.vaultId, days: 30 })).toEqual([])
})
