import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { Database } from '#lib/db/open-database.ts'
import type { DeletedObject } from '#lib/domain/deleted-object.ts'
import { observedOf } from '#lib/domain/evidence.ts'
import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import { rememberedHistory } from '../details/remembered-history.ts'
import { aRememberedVault, day } from '../testing/a-remembered-vault.ts'
import { aRun } from '../testing/a-run.ts'
import { anObservedVault, aSecret } from './an-observed-vault.ts'
import { recallVault } from './recall-vault.ts'
import { rememberUnreadableVault } from './remember-unreadable-vault.ts'
import { whileOurs } from './while-ours.ts'

let db: Database
beforeAll(async () => {
  db = await freshDatabase()
})

const none = read([])
const stripe: DeletedObject = {
  kind: 'secret',
  name: 'stripe-key',
  deletedAt: day(1),
  scheduledPurgeAt: new Date('2027-01-30T02:15:00Z'),
  tags: { Owner: 'Ben@halden.example ' },
}

const rememberedOf = (vaultId: number) =>
  db.deletedObject.findMany({ where: { vaultId }, orderBy: [{ validFrom: 'asc' }, { name: 'asc' }] })

test('a deleted object is remembered with its purge date and its owner, for as long as it is listed', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  await sees(2, anObservedVault(none, { deleted: read([stripe]) }))
  expect(await sees(3, anObservedVault(none, { deleted: read([stripe]) }))).toBe(0)
  await sees(4, anObservedVault(none))
  const { tags: _, ...told } = stripe
  expect(await rememberedOf(vaultId)).toEqual([
    expect.objectContaining({ ...told, owner: 'ben@halden.example', validFrom: day(2), validTo: day(4) }),
  ])
})

test('a list that was not wholly read ends nothing, and what it does show is remembered', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  await sees(2, anObservedVault(none, { deleted: read([stripe]) }))
  await sees(3, anObservedVault(none, { deleted: notRead('forbidden-by-rbac', 'no role') }))
  const late = { code: 'timed-out', detail: 'no answer' } as const
  await sees(4, anObservedVault(none, { deleted: partlyRead([{ ...stripe, name: 'other' }], 'items', late) }))
  expect(await rememberedOf(vaultId)).toMatchObject([
    { name: 'stripe-key', validTo: null },
    { name: 'other', validTo: null },
  ])
})

test('what is seen alive is no longer deleted, whether or not the list of the deleted could be read', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  await sees(2, anObservedVault(none, { deleted: read([stripe]) }))
  const unlisted = notRead('forbidden-by-rbac', 'no role')
  await sees(3, anObservedVault(read([aSecret('Stripe-Key')]), { deleted: unlisted }))
  expect(await rememberedOf(vaultId)).toMatchObject([{ validTo: day(3) }])
})

test('deleted, recovered and deleted again are two intervals', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  await sees(2, anObservedVault(none, { deleted: read([stripe]) }))
  await sees(5, anObservedVault(none, { deleted: read([{ ...stripe, deletedAt: day(4) }]) }))
  expect(await rememberedOf(vaultId)).toMatchObject([
    { deletedAt: day(1), validTo: day(5) },
    { deletedAt: day(4), validTo: null },
  ])
})

test('a vault whose own row makes no sense keeps what was deleted in it', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  await sees(2, anObservedVault(none, { deleted: read([stripe]) }))
  const reason = { code: 'malformed-answer', detail: 'kv-orders' } as const
  await rememberUnreadableVault(whileOurs(db, await aRun(db)), { vaultId, snapshotId: 3, at: day(3), reason })
  expect(await rememberedOf(vaultId)).toMatchObject([{ validTo: null }])
  const lines = await db.observation.findMany({ where: { vaultId, validTo: null } })
  expect(lines.every(({ status }) => status === 'not')).toBe(true)
})

test('a recovered secret still has the earliest expiry its version was seen with, on the day it comes back and after', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  const secret = aSecret('stripe-key', { expiresAt: day(10) })
  const moved = { ...secret, expiresAt: day(28), updatedAt: day(4) }
  const historyOn = async (dayOfMonth: number) =>
    observedOf(rememberedHistory([moved], await recallVault(db, vaultId), day(dayOfMonth)), moved)
  await sees(1, anObservedVault(read([secret])))
  await sees(2, anObservedVault(none, { deleted: read([{ ...stripe, deletedAt: day(2) }]) }))
  const history = read({ seenFirstAt: day(1), earliestExpiresAt: day(10) })
  expect(await historyOn(4)).toEqual(history)
  await sees(4, anObservedVault(read([moved])))
  expect(await historyOn(5)).toEqual(history)
})

test('the earliest expiry is kept while a version lives, whatever it is moved to, and starts anew with the next', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  const secret = aSecret('stripe-key')
  const expiries = [null, day(20), day(28), day(10), null]
  for (const [index, expiresAt] of expiries.entries()) {
    await sees(index + 1, anObservedVault(read([{ ...secret, expiresAt, updatedAt: day(index + 1) }])))
  }
  await sees(6, anObservedVault(read([{ ...secret, expiresAt: day(28), createdAt: day(6), updatedAt: day(6) }])))
  const states = await db.objectState.findMany({ where: { vaultId }, orderBy: { validFrom: 'asc' } })
  expect(states.map(({ earliestExpiresAt }) => earliestExpiresAt)).toEqual([
    null,
    day(20),
    day(20),
    day(10),
    day(10),
    day(28),
  ])
})
