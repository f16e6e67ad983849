import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from './a-remembered-estate.ts'
import { listAttention } from './list-attention.ts'

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const now = day('2026-11-23')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-11-01'))

beforeAll(async () => {
  await estate.rule('vault-open-to-internet', { severity: 'high', subject: 'vault' })
  await estate.rule('secret-expired', { severity: 'high' })
  await estate.rule('expired-secret-still-read', { severity: 'critical', failing: 'Expired secret is still read' })
  const ana = await estate.vault('kv-ana', { owner: 'ana' })
  const ben = await estate.vault('kv-ben', { owner: 'ben' })
  const first = await estate.object(ana, 'first')
  const second = await estate.object(ben, 'second')
  const anasInBens = await estate.object(ben, 'third', { owner: 'ana' })
  for (const secret of [first, second, anasInBens]) await estate.finding(secret, 'secret-expired')
  await estate.finding(ana, 'vault-open-to-internet', { to: day('2026-11-20') })
  await estate.finding(ben, 'vault-open-to-internet')
  await estate.finding(first, 'expired-secret-still-read', { facts: { callers: ['app-orders', 'app-web'] } })
  await estate.finding(second, 'expired-secret-still-read', { facts: { callers: ['app-web'] } })
  await estate.unknown(anasInBens, 'expired-secret-still-read')
  await estate.rule('weak-key', { severity: 'low' })
  const [known, accepted] = [await estate.object(ben, 'known'), await estate.object(ben, 'accepted')]
  for (const key of [known, accepted]) await estate.finding(key, 'weak-key', { to: day('2026-11-12') })
  await estate.waiver(accepted, 'weak-key', { from: day('2026-11-08'), to: day('2026-11-11') })
})

test('the most severe comes first, then the most frequent', async () => {
  const rows = await listAttention(db, { scope: everything, at: now })
  expect(rows.map((row) => [row.ruleId, row.findings, row.vaults])).toEqual([
    ['expired-secret-still-read', 2, 2],
    ['secret-expired', 3, 2],
    ['vault-open-to-internet', 1, 1],
  ])
})

test('a caller of two secrets is one caller', async () => {
  const [row] = await listAttention(db, { scope: everything, at: now })
  expect(row).toMatchObject({ failing: 'Expired secret is still read', callers: 2 })
})

test('what was fixed since still needed attention then', async () => {
  const rows = await listAttention(db, { scope: everything, at: day('2026-11-10') })
  expect(rows.find((row) => row.ruleId === 'vault-open-to-internet')?.findings).toBe(2)
})

test('what is waived needs nobody, from its approval until its date', async () => {
  const weakKeysOn = async (date: string) =>
    (await listAttention(db, { scope: everything, at: day(date) })).find((row) => row.ruleId === 'weak-key')?.findings
  expect([await weakKeysOn('2026-11-07'), await weakKeysOn('2026-11-08'), await weakKeysOn('2026-11-11')]).toEqual([
    2, 1, 2,
  ])
})

test('an owner sees their vaults, and their objects in the vaults of others', async () => {
  const rows = await listAttention(db, { scope: ownedBy('Ana'), at: now })
  expect(rows.map((row) => [row.ruleId, row.findings])).toEqual([
    ['expired-secret-still-read', 1],
    ['secret-expired', 2],
  ])
})

test('nothing failing is an empty list', async () => {
  expect(await listAttention(db, { scope: ownedBy('Nobody'), at: now })).toEqual([])
})
