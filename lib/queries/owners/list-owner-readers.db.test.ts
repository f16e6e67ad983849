import { beforeAll, expect, test } from 'vitest'
import { addDays } from '#lib/format/date.ts'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from '../a-remembered-estate.ts'
import { aRememberedLog } from '../a-remembered-log.ts'
import { none } from '../findings/finding-filter.ts'
import { listOwnerReaders } from './list-owner-readers.ts'

const now = new Date('2026-11-23T12:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, addDays(now, -60))
const log = aRememberedLog(db)

beforeAll(async () => {
  const { vaultId } = await estate.vault('kv-ana', { owner: 'ana' })
  const lent = await estate.vault('kv-ben', { owner: 'ben' })
  const nobodys = await estate.vault('kv-nobody')
  await estate.object({ vaultId, objectId: null }, 'own')
  await estate.object({ vaultId, objectId: null }, 'of-ben', { owner: 'ben' })
  await estate.object(lent, 'lent', { owner: 'ana' })
  await estate.object(lent, 'bens')
  await estate.object(nobodys, 'stray')
  const [shop, batch, probe, late] = await Promise.all(
    ['shop', 'batch', 'probe', 'late'].map((name) => log.caller(name)),
  )
  if (!shop || !batch || !probe || !late) throw new Error('a caller is missing')
  await log.calls(shop, { vaultId, name: 'own' }, { on: '2026-11-20', at: { 8: 4 } })
  await log.calls(shop, { vaultId: lent.vaultId, name: 'lent' }, { on: '2026-11-21', at: { 8: 3 } })
  await log.calls(batch, { vaultId, name: 'of-ben' }, { on: '2026-11-21', at: { 8: 9 } })
  await log.calls(batch, { vaultId: lent.vaultId, name: 'bens' }, { on: '2026-11-21' })
  await log.calls(probe, { vaultId, name: 'own' }, { on: '2026-11-21', at: { 8: 2 }, outcome: 'denied' })
  await log.calls(probe, { vaultId: nobodys.vaultId, name: 'stray' }, { on: '2026-11-21' })
  await log.calls(late, { vaultId, name: 'own' }, { on: '2026-10-01' })
  await log.calls(late, { vaultId, name: 'own' }, { on: '2026-11-23', at: { 14: 1 } })
  await log.calls(late, { vaultId }, { on: '2026-11-21', operation: 'SecretList' })
})

const said = async (owner: string | null, scope = everything, more: object = {}) =>
  (await listOwnerReaders(db, scope, { at: now, owner, most: 10, ...more })).rows.map(
    ({ name, objects, calls, denied }) => `${name} ${objects} ${calls} ${denied}`,
  )

test('who reads what is an owner’s, the busiest first, wherever it stands; who was refused has read nothing', async () => {
  expect(await said('ana')).toEqual(['shop 2 7 0', 'probe 0 0 2'])
})

test('what stands in somebody else’s vault is not that one’s, and nobody has readers too', async () => {
  expect(await said('ben')).toEqual(['batch 2 10 0'])
  expect(await said(none)).toEqual(['probe 1 1 0'])
})

test('whoever sees only what is theirs sees calls to that alone', async () => {
  expect(await said('ana', ownedBy('Ana'))).toEqual(['shop 2 7 0', 'probe 0 0 2'])
  expect(await said(null, ownedBy('Ana'))).toEqual(['batch 1 9 0', 'shop 2 7 0', 'probe 0 0 2'])
  expect(await said(null, ownedBy('Zoe'))).toEqual([])
})

test('as of an instant, in the 30 days before it, and only so many', async () => {
  expect(await said('ana', everything, { at: new Date('2026-11-23T23:00:00Z') })).toContain('late 1 1 0')
  expect(await said('ana', everything, { at: new Date('2026-10-10T00:00:00Z') })).toEqual(['late 1 1 0'])
  expect(await listOwnerReaders(db, everything, { at: now, owner: 'ana', most: 1 })).toMatchObject({ total: 2 })
})
