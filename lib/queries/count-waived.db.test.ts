import { beforeAll, expect, test } from 'vitest'
import { addDays } from '#lib/format/date.ts'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from './a-remembered-estate.ts'
import { countWaived } from './count-waived.ts'
import { getWaiverRevision } from './get-waiver-revision.ts'
import { byState, everyWaiver } from './waivers/waiver-filter.ts'
import { listWaivers } from './waivers/list-waivers.ts'

const now = new Date('2026-11-23T07:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, addDays(now, -20))
let withdrawn = 0

beforeAll(async () => {
  await estate.rule('secret-expired')
  const ana = await estate.vault('kv-ana', { owner: 'ana' })
  const ben = await estate.vault('kv-ben', { owner: 'ben' })
  const [long, short, fixed] = [
    await estate.object(ana, 'long'),
    await estate.object(ben, 'short'),
    await estate.object(ben, 'fixed'),
  ]
  await estate.finding(long, 'secret-expired')
  await estate.finding(short, 'secret-expired')
  await estate.finding(fixed, 'secret-expired', { to: addDays(now, -1) })
  await estate.finding(ben, 'secret-expired')
  const from = addDays(now, -5)
  withdrawn = await estate.waiver(long, 'secret-expired', { from, to: addDays(now, 90) })
  await estate.waiver(short, 'secret-expired', { from, to: addDays(now, 6) })
  await estate.waiver(fixed, 'secret-expired', { from, to: addDays(now, 6) })
  await estate.waiver(ben, 'secret-expired')
})

const soon = addDays(now, 14)

test('findings are counted while they fail and are accepted, and those whose time runs out', async () => {
  const waived = (at: Date, scope = everything) => countWaived(db, { scope, at, endsBefore: soon })
  expect(await waived(now)).toEqual({ findings: 2, ending: 1 })
  expect(await waived(addDays(now, -2))).toEqual({ findings: 3, ending: 2 })
  expect(await waived(addDays(now, -6))).toEqual({ findings: 0, ending: 0 })
  expect(await waived(now, ownedBy('Ana'))).toEqual({ findings: 1, ending: 0 })
  expect(await waived(now, ownedBy('Eve'))).toEqual({ findings: 0, ending: 0 })
})

test('the waivers that end soon are as many as the list they lead to', async () => {
  const filter = { ...everyWaiver, state: 'in-force', endsBefore: soon, fails: true } as const
  for (const at of [now, addDays(now, -2), addDays(now, -6)]) {
    const { ending } = await countWaived(db, { scope: everything, at, endsBefore: soon })
    const rows = await listWaivers(db, everything, { at, filter, personId: 'o', order: byState })
    expect(rows).toHaveLength(ending)
  }
})

test('the revision changes when a waiver is approved, comes to its date or is withdrawn, and else stays', async () => {
  const revision = (days: number) => getWaiverRevision(db, { at: addDays(now, days) })
  expect(await revision(-6)).toBe('none')
  expect(await revision(-4)).toBe(await revision(0))
  expect(await revision(0)).not.toBe(await revision(-6))
  expect(await revision(7)).not.toBe(await revision(0))
  const before = await revision(1)
  await db.waiver.update({ where: { id: withdrawn }, data: { withdrawnAt: now, validTo: now } })
  expect(await revision(1)).not.toBe(before)
})
