import { beforeAll, expect, test } from 'vitest'
import { addDays } from '#lib/format/date.ts'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from './a-remembered-estate.ts'
import { countFindings } from './findings/count-findings.ts'
import { everyFinding } from './findings/finding-filter.ts'
import { listSecretAges } from './list-secret-ages.ts'

const now = new Date('2026-11-23T07:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, addDays(now, -90))

beforeAll(async () => {
  const vault = await estate.vault('kv-orders', { owner: 'ana' })
  const secret = (name: string, ageDays: number, rest = {}) =>
    estate.object(vault, name, { createdAt: addDays(now, -ageDays), managed: false, ...rest })
  await secret('fresh', 0)
  await secret('due', 59.9)
  await secret('overdue-today', 60)
  await secret('old', 700)
  await secret('disabled', 700, { enabled: false })
  await secret('of-a-certificate', 700, { managed: true })
  const unclear = await secret('from-the-control-plane', 700, { managed: null })
  await estate.unknown(unclear, 'secret-overdue-for-rotation')
  await secret('a-key', 700, { kind: 'key' })
  const accepted = await secret('accepted', 800)
  const found = await secret('found', 800)
  for (const overdue of [accepted, found]) await estate.finding(overdue, 'secret-overdue-for-rotation')
  await estate.waiver(accepted, 'secret-overdue-for-rotation', { from: addDays(now, -1), to: addDays(now, 9) })
})

test('a secret is overdue from the very day its rotation is due', async () => {
  const { ages } = await listSecretAges(db, { scope: everything, at: now, readAt: now, boundsDays: [30, 60, 365] })
  expect(ages).toEqual([
    { fromDays: 0, toDays: 30, secrets: 1, undecided: 0 },
    { fromDays: 30, toDays: 60, secrets: 1, undecided: 0 },
    { fromDays: 60, toDays: 365, secrets: 1, undecided: 0 },
    { fromDays: 365, toDays: null, secrets: 3, undecided: 1 },
  ])
})

test('what the rotation rule leaves open is counted apart, not left out', async () => {
  const { undecided } = await listSecretAges(db, { scope: everything, at: now, readAt: now, boundsDays: [60] })
  expect(undecided).toBe(1)
})

test('what was found is counted by its finding, and what is waived apart', async () => {
  const asked = { scope: everything, readAt: now, boundsDays: [60] }
  expect(await listSecretAges(db, { ...asked, at: now })).toMatchObject({ overdue: 1, waived: 1 })
  expect(await listSecretAges(db, { ...asked, at: addDays(now, -2) })).toMatchObject({ overdue: 2, waived: 0 })
})

test('a secret is as old as it was when it was read, however late one looks', async () => {
  const later = { at: now, readAt: addDays(now, -1) }
  const { ages } = await listSecretAges(db, { scope: everything, ...later, boundsDays: [60] })
  expect(ages.map((age) => age.secrets)).toEqual([3, 3])
})

test('an owner of nothing sees empty classes', async () => {
  const { ages, undecided } = await listSecretAges(db, {
    scope: ownedBy('ben'),
    at: now,
    readAt: now,
    boundsDays: [60],
  })
  expect(ages.map((age) => age.secrets)).toEqual([0, 0])
  expect(undecided).toBe(0)
})

test('each class has as many secrets as the list it leads to, seen late or at once', async () => {
  for (const readDaysAgo of [0, 1]) {
    const readAt = addDays(now, -readDaysAgo)
    const { ages } = await listSecretAges(db, { scope: everything, at: now, readAt, boundsDays: [30, 60, 365] })
    if (readDaysAgo > 0) await db.snapshot.deleteMany({})
    await estate.snapshot(readAt)
    for (const { fromDays, toDays, secrets, undecided } of ages) {
      const filter = {
        ...everyFinding,
        status: 'all',
        kinds: ['secret'],
        enabled: true,
        age: { fromDays: fromDays || null, toDays },
      } as const
      expect((await countFindings(db, everything, { at: now, filter })).subjects).toBe(secrets + undecided)
    }
  }
})
