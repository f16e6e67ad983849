import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from './a-remembered-estate.ts'
import { countExpiring } from './count-expiring.ts'
import { listExpiriesByWeek } from './list-expiries-by-week.ts'

const now = new Date('2026-11-23T07:00:00Z')
const midnight = (text: string) => new Date(`${text}T00:00:00Z`)
const db = await freshDatabase()
const estate = aRememberedEstate(db, midnight('2026-09-01'))

beforeAll(async () => {
  const vault = await estate.vault('kv-orders', { owner: 'ana' })
  await estate.object(vault, 'yesterday', { expiresAt: new Date('2026-11-22T23:59:59Z') })
  await estate.object(vault, 'this-morning', { expiresAt: new Date('2026-11-23T02:00:00Z') })
  await estate.object(vault, 'last-second', { kind: 'key', expiresAt: new Date('2026-11-29T23:59:59Z') })
  await estate.object(vault, 'on-the-edge', { kind: 'certificate', expiresAt: midnight('2026-11-30') })
  await estate.object(vault, 'behind-it', { managed: true, expiresAt: midnight('2026-11-30') })
  await estate.object(vault, 'off', { enabled: false, expiresAt: midnight('2026-11-30') })
  await estate.object(vault, 'gone', { goneAt: midnight('2026-11-01'), expiresAt: midnight('2026-11-30') })
  await estate.object(vault, 'far', { expiresAt: midnight('2027-02-22') })
  await estate.object(vault, 'never')
})

test('thirteen weeks begin with today, and empty ones are there', async () => {
  const weeks = await listExpiriesByWeek(db, { scope: everything, at: now, weeks: 13 })
  expect(weeks.map((week) => week.startsOn.toISOString().slice(0, 10))).toEqual([
    '2026-11-23',
    '2026-11-30',
    '2026-12-07',
    '2026-12-14',
    '2026-12-21',
    '2026-12-28',
    '2027-01-04',
    '2027-01-11',
    '2027-01-18',
    '2027-01-25',
    '2027-02-01',
    '2027-02-08',
    '2027-02-15',
  ])
  expect(weeks.slice(2).every((week) => week.secrets + week.keys + week.certificates === 0)).toBe(true)
})

test('no edge counts twice, and what is disabled, behind a certificate or gone not at all', async () => {
  const [first, second] = await listExpiriesByWeek(db, { scope: everything, at: now, weeks: 13 })
  expect(first).toMatchObject({ secrets: 1, keys: 1, certificates: 0 })
  expect(second).toMatchObject({ secrets: 0, keys: 0, certificates: 1 })
})

test('a bar counts the same as its days do', async () => {
  const days = { fromOn: midnight('2026-11-23'), toOn: midnight('2026-11-30') }
  expect(await countExpiring(db, { scope: everything, at: now, ...days })).toBe(2)
})

test('a past day knows what is gone since', async () => {
  const [, , , , , , week] = await listExpiriesByWeek(db, { scope: everything, at: midnight('2026-10-15'), weeks: 13 })
  expect(week).toMatchObject({ secrets: 1, keys: 1, certificates: 1 })
})

test('nobody sees what expires for others', async () => {
  const weeks = await listExpiriesByWeek(db, { scope: ownedBy('ben'), at: now, weeks: 13 })
  expect(weeks).toHaveLength(13)
  expect(weeks.every((week) => week.secrets + week.keys + week.certificates === 0)).toBe(true)
})
