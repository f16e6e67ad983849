import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate } from './a-remembered-estate.ts'
import { listJudgingChanges } from './list-judging-changes.ts'

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const now = new Date('2026-11-23T07:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-11-01'))

beforeAll(async () => {
  for (const date of ['2026-11-01', '2026-11-10', '2026-11-20']) await estate.snapshot(day(date))
  await estate.snapshot(day('2026-11-19'), { status: 'failed' })
  const { id } = await db.policyVersion.create({
    data: { createdAt: day('2026-11-18'), createdBy: 'test', policy: {} },
  })
  await db.snapshot.updateMany({ where: { capturedAt: { gte: day('2026-11-19') } }, data: { policyVersionId: id } })
  const added = { first: '2026-11-01', second: '2026-11-10', third: '2026-11-10', fourth: '2026-11-19' }
  for (const [rule, date] of Object.entries(added)) {
    await estate.rule(rule)
    await db.rule.update({ where: { id: rule }, data: { addedAt: day(date) } })
  }
  await estate.rule('there from the beginning')
})

test('new rules and another policy are changes from the snapshot on that first judged by them', async () => {
  expect(await listJudgingChanges(db, { from: day('2026-10-01'), at: now })).toEqual([
    { at: day('2026-11-10'), rulesAdded: 2, policyChanged: false },
    { at: day('2026-11-20'), rulesAdded: 1, policyChanged: true },
  ])
})

test('a past day knows nothing of later changes, and what is before the window is left out', async () => {
  expect(await listJudgingChanges(db, { from: day('2026-10-01'), at: day('2026-11-09') })).toEqual([])
  expect(await listJudgingChanges(db, { from: day('2026-11-10'), at: day('2026-11-15') })).toEqual([])
})
