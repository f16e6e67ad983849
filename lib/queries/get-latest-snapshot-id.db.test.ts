import { expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything } from './a-remembered-estate.ts'
import { getLatestSnapshotId } from './get-latest-snapshot-id.ts'
import { getStanding } from './get-standing.ts'

const night = (day: number) => new Date(Date.UTC(2026, 10, day, 2, 15))
const at = new Date('2026-11-23T07:00:00Z')

test('it is the last one that ended with figures, the same that pages stand on', async () => {
  const db = await freshDatabase()
  const estate = aRememberedEstate(db, night(1))
  expect(await getLatestSnapshotId(db, { at })).toBeNull()
  await estate.snapshot(night(20))
  const partial = await estate.snapshot(night(21), { status: 'partial' })
  await estate.snapshot(night(22), { status: 'failed' })
  await estate.snapshot(night(23), { status: 'running' })
  expect(await getLatestSnapshotId(db, { at })).toBe(partial)
  expect((await getStanding(db, { scope: everything, at }))?.snapshotId).toBe(partial)
  expect(await getLatestSnapshotId(db, { at: night(19) })).toBeNull()
})
