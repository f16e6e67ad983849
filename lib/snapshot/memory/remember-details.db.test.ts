import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { Database } from '#lib/db/open-database.ts'
import { notRead, read } from '#lib/domain/observed.ts'
import { aRememberedVault, day } from '../testing/a-remembered-vault.ts'
import { aKey, anObservedVault } from './an-observed-vault.ts'

let db: Database
beforeAll(async () => {
  db = await freshDatabase()
})

const disk = 'key/disk-encryption'
const rotating = { automatic: true, trigger: 'P90D after creation', issuer: null }
const byHand = { automatic: false, trigger: null, issuer: null }
const rsa = { type: 'RSA', bits: 2048, curve: null }
const keys = read([aKey('disk-encryption')])
const none = read([])
const both = { keys, renewals: new Map([[disk, rotating]]), keyMaterial: new Map([[disk, rsa]]) }

const rememberedOf = (vaultId: number) =>
  db.objectDetail.findMany({
    where: { vaultId },
    orderBy: { validFrom: 'asc' },
    select: { validFrom: true, validTo: true, renewsItself: true, keyType: true, keyBits: true },
  })

test('what was read is remembered, and reading the same again writes nothing', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  await sees(1, anObservedVault(none, both))
  expect(await sees(2, anObservedVault(none, both))).toBe(0)
  expect(await rememberedOf(vaultId)).toEqual([
    { validFrom: day(1), validTo: null, renewsItself: true, keyType: 'RSA', keyBits: 2048 },
  ])
})

test('what was not read, or could not be, is as it was read last', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  await sees(1, anObservedVault(none, both))
  await sees(2, anObservedVault(none, { keys }))
  await sees(3, anObservedVault(none, { keys, renewals: new Map([[disk, byHand]]) }))
  expect(await rememberedOf(vaultId)).toEqual([
    { validFrom: day(1), validTo: day(3), renewsItself: true, keyType: 'RSA', keyBits: 2048 },
    { validFrom: day(3), validTo: null, renewsItself: false, keyType: 'RSA', keyBits: 2048 },
  ])
})

test('half of it is remembered as half', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  await sees(1, anObservedVault(none, { keys, keyMaterial: new Map([[disk, rsa]]) }))
  expect(await rememberedOf(vaultId)).toMatchObject([{ renewsItself: null, keyType: 'RSA' }])
})

test('a new version does not have the key of the old one, and keeps the rotation policy', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  await sees(1, anObservedVault(none, both))
  const rotated = read([aKey('disk-encryption', { createdAt: day(2), updatedAt: day(2) })])
  await sees(2, anObservedVault(none, { keys: rotated }))
  expect(await rememberedOf(vaultId)).toMatchObject([
    { validTo: day(2) },
    { validTo: null, renewsItself: true, keyType: null, keyBits: null },
  ])
})

test('it ends with its key, and holds while nobody knows whether the key is there', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  await sees(1, anObservedVault(none, both))
  await sees(2, anObservedVault(none, { keys: notRead('timed-out', 'no answer') }))
  expect(await rememberedOf(vaultId)).toMatchObject([{ validTo: null }])
  await sees(3, anObservedVault(none, { keys: none }))
  expect(await rememberedOf(vaultId)).toMatchObject([{ validTo: day(3) }])
})
