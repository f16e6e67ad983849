import { beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { DeletedVault } from '#lib/domain/deleted-object.ts'
import { day } from '../testing/a-remembered-vault.ts'
import { aRun } from '../testing/a-run.ts'
import { rememberDeletedVaults } from './remember-deleted-vaults.ts'
import { whileOurs } from './while-ours.ts'

const db = await freshDatabase()
const remember = whileOurs(db, await aRun(db))
beforeEach(async () => {
  await db.deletedVault.deleteMany()
})

const aDeletedVault = (name: string, said: Partial<DeletedVault> = {}): DeletedVault => ({
  resourceId: `/subscriptions/s1/vaults/${name}`,
  name,
  subscriptionId: 's1',
  location: 'westeurope',
  deletedAt: day(1),
  scheduledPurgeAt: new Date('2027-01-30T02:15:00Z'),
  purgeProtected: true,
  tags: { owner: 'Ana@Halden.example' },
  ...said,
})

const lists = (
  dayOfMonth: number,
  vaults: DeletedVault[],
  { unlisted = [], alive = [] }: { unlisted?: string[]; alive?: string[] } = {},
) =>
  rememberDeletedVaults(remember, {
    vaults,
    isUnlisted: (subscriptionId) => unlisted.includes(subscriptionId),
    alive: new Set(alive),
    at: day(dayOfMonth),
    ownerTagNames: ['owner'],
  })

const remembered = () =>
  db.deletedVault.findMany({
    orderBy: [{ validFrom: 'asc' }, { name: 'asc' }],
    select: { name: true, owner: true, deletedAt: true, validFrom: true, validTo: true },
  })

const old = aDeletedVault('kv-old')

test('a deleted vault is remembered with its owner while it is listed, and the same list writes nothing', async () => {
  expect(await lists(2, [old])).toBe(1)
  expect(await lists(3, [old])).toBe(0)
  expect(await lists(4, [])).toBe(1)
  expect(await remembered()).toEqual([
    { name: 'kv-old', owner: 'ana@halden.example', deletedAt: day(1), validFrom: day(2), validTo: day(4) },
  ])
})

test('a subscription that could not be asked ends nothing of its own, and something of others', async () => {
  await lists(2, [old, aDeletedVault('kv-other', { subscriptionId: 's2' })])
  await lists(3, [], { unlisted: ['s1'] })
  expect(await remembered()).toMatchObject([
    { name: 'kv-old', validTo: null },
    { name: 'kv-other', validTo: day(3) },
  ])
})

test('a vault that is there again is not deleted, even if its subscription could not be asked', async () => {
  await lists(2, [old])
  await lists(3, [], { unlisted: ['s1'], alive: [old.resourceId] })
  expect(await remembered()).toMatchObject([{ validTo: day(3) }])
})

test('deleted, recovered and deleted again between two runs are two intervals', async () => {
  await lists(2, [old])
  await lists(5, [{ ...old, deletedAt: day(4) }])
  expect(await remembered()).toMatchObject([
    { deletedAt: day(1), validTo: day(5) },
    { deletedAt: day(4), validTo: null },
  ])
})
