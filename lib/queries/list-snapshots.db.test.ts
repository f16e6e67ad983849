import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { Database } from '#lib/db/open-database.ts'
import { scopeOf } from '#lib/domain/scope.ts'
import { getSnapshotProgress } from './get-snapshot-progress.ts'
import { listSnapshots } from './list-snapshots.ts'

let db: Database
const day = (dayOfMonth: number, hour = 2) => new Date(Date.UTC(2026, 10, dayOfMonth, hour, 15))

const person = { objectId: 'o', tenantId: 't', name: 'Ana', mail: 'ana@halden.example', groups: [] }
const minted = (role: 'Kempt.Reader' | 'Kempt.Owner') => {
  const scope = scopeOf({ ...person, roles: [role] })
  if (!scope) throw new Error('a role is needed')
  return scope
}
const everything = minted('Kempt.Reader')
const ownedByAna = minted('Kempt.Owner')

beforeAll(async () => {
  db = await freshDatabase()
  const { id: policyVersionId } = await db.policyVersion.create({
    data: { createdAt: day(1), createdBy: 'Kempt', policy: {} },
  })
  const run = (dayOfMonth: number, status: 'complete' | 'partial' | 'failed' | 'running') => ({
    capturedAt: day(dayOfMonth),
    startedAt: day(dayOfMonth),
    heartbeatAt: day(dayOfMonth, 3),
    finishedAt: status === 'running' ? null : day(dayOfMonth, 3),
    status,
    trigger: dayOfMonth === 23 ? 'person' : 'schedule',
    requestedBy: dayOfMonth === 23 ? 'ana@halden.example' : null,
    phase: status === 'running' ? 'reading vaults' : null,
    vaultsTotal: 60,
    vaultsDone: status === 'running' ? 12 : 60,
    requests: 1234,
    failure: status === 'failed' ? 'no subscription could be listed' : null,
    policyVersionId,
  })
  await db.snapshot.createMany({
    data: [run(20, 'complete'), run(21, 'failed'), run(22, 'partial'), run(23, 'running')],
  })
})

test('runs are listed newest first, with what they cost', async () => {
  const { rows, total } = await listSnapshots(db, everything, { at: day(24), page: 1, pageSize: 2 })
  expect(total).toBe(4)
  expect(rows.map(({ status }) => status)).toEqual(['running', 'partial'])
  expect(rows[0]).toMatchObject({
    capturedAt: day(23),
    finishedAt: null,
    trigger: 'person',
    estate: { requestedBy: 'ana@halden.example', requests: 1234 },
  })
})

test('a past day knows nothing of later runs', async () => {
  const { rows, total } = await listSnapshots(db, everything, { at: day(21, 4), page: 1, pageSize: 9 })
  expect([total, rows[0]?.status, rows[0]?.estate?.failure]).toEqual([2, 'failed', 'no subscription could be listed'])
})

test('somebody who may see a part of the estate is told when it was read, not how large it is', async () => {
  const { rows } = await listSnapshots(db, ownedByAna, { at: day(24), page: 1, pageSize: 9 })
  expect(rows).toHaveLength(4)
  expect(rows.every(({ estate }) => estate === null)).toBe(true)
  expect(JSON.stringify(rows)).not.toContain('1234')
})

test('the run that is going on says how far it is', async () => {
  expect(await getSnapshotProgress(db, everything)).toMatchObject({
    progress: {
      capturedAt: day(23),
      heartbeatAt: day(23, 3),
      phase: 'reading vaults',
      estate: { vaultsTotal: 60, vaultsDone: 12, requests: 1234 },
    },
    endedAt: null,
  })
  expect((await getSnapshotProgress(db, ownedByAna)).progress?.estate).toBeNull()
})

test('when none is going on there is no progress, and the latest has an end', async () => {
  await db.snapshot.updateMany({ where: { status: 'running' }, data: { status: 'complete', finishedAt: day(23, 4) } })
  expect(await getSnapshotProgress(db, everything)).toEqual({ progress: null, endedAt: day(23, 4) })
})
