import { beforeAll, expect, test } from 'vitest'
import { addDays } from '#lib/format/date.ts'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy, type RememberedVault } from './a-remembered-estate.ts'
import { listWorst } from './list-worst.ts'

const now = new Date('2026-11-23T07:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, addDays(now, -30))
const asked = { scope: everything, at: now, limit: 5, weeks: 2 }
let bad: RememberedVault

beforeAll(async () => {
  for (const daysBefore of [21, 14, 7, 0]) await estate.snapshot(addDays(now, -daysBefore))
  await estate.rule('secret-expired', { severity: 'high' })
  bad = await estate.vault('kv-bad', { owner: 'ana', subscription: 'sub-web' })
  const good = await estate.vault('kv-good', { owner: 'ben', subscription: 'sub-core' })
  const dark = await estate.vault('kv-dark', { subscription: 'sub-core' })
  await estate.tally(bad, 'secret-expired', { owner: 'ana', pass: 4, to: addDays(now, -7) })
  await estate.tally(bad, 'secret-expired', { owner: 'ana', pass: 1, fail: 3, unknown: 2, from: addDays(now, -7) })
  await estate.tally(good, 'secret-expired', { owner: 'ben', pass: 4 })
  await estate.tally(good, 'secret-expired', { owner: null, vaultOwner: 'ben', pass: 1, fail: 1 })
  await estate.tally(dark, 'secret-expired', { unknown: 9 })
})

test('the lowest posture comes first, with what it is out of', async () => {
  const { rows, total } = await listWorst(db, { ...asked, by: 'vault' })
  expect(rows.map((row) => row.name)).toEqual(['kv-bad', 'kv-good'])
  expect(rows[0]).toMatchObject({ key: String(bad.vaultId), posture: 0.25, fail: 3, decided: 4, unknown: 2 })
  expect(total).toBe(2)
})

test('a vault of which nothing was decided is not called bad, and not good', async () => {
  const { rows } = await listWorst(db, { ...asked, by: 'vault' })
  expect(rows.some((row) => row.name === 'kv-dark')).toBe(false)
})

test('the trend ends in the posture of now', async () => {
  const { rows } = await listWorst(db, { ...asked, by: 'vault' })
  expect(rows[0]?.trend.map((point) => point.value)).toEqual([1, 0.25, 0.25])
})

test('objects that nobody owns are one owner without a name', async () => {
  const { rows } = await listWorst(db, { ...asked, by: 'owner' })
  expect(rows.map((row) => [row.key, row.posture])).toEqual([
    ['ana', 0.25],
    ['', 0.5],
    ['ben', 1],
  ])
})

test('subscriptions go by id and are shown by name', async () => {
  const { rows } = await listWorst(db, { ...asked, by: 'subscription' })
  expect(rows.map((row) => row.name)).toEqual(['sub-web', 'sub-core'])
  expect(rows[0]?.trend).toHaveLength(3)
})

test('only so many are shown, and how many owners there are is said: nobody is none', async () => {
  const { rows, total } = await listWorst(db, { ...asked, by: 'owner', limit: 1 })
  expect([rows.length, total]).toEqual([1, 2])
})

test('an owner is ranked among their own', async () => {
  const { rows } = await listWorst(db, { ...asked, scope: ownedBy('Ben'), by: 'vault' })
  expect(rows.map((row) => row.name)).toEqual(['kv-good'])
})
