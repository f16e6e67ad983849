// The steps of two runs that both believe a snapshot is theirs, one after the other as each of them may come.
import { beforeEach, expect, test } from 'vitest'
import { freshDatabaseUrl } from '#e2e/database/fresh-database.ts'
import { type Database, openDatabase, sql } from '#lib/db/open-database.ts'
import { beginSnapshot } from '../begin.ts'
import { endRun } from '../end-run.ts'
import { reportProgress } from '../progress.ts'
import { takeOver } from '../take-over.ts'
import { aRun } from '../testing/a-run.ts'
import { type Attempt, silentMs, whileOurs } from './while-ours.ts'

const now = new Date('2026-11-01T03:00:00Z')

let db: Database
let run: Attempt
beforeEach(async () => {
  db = openDatabase(await freshDatabaseUrl(), { max: 6 })
  run = await aRun(db)
  return () => db.$disconnect()
})

const addsAVault = (by: Attempt) =>
  whileOurs(db, by)((tx) => tx.vault.create({ data: { resourceId: 'kv', name: 'kv', seenFirstAt: now } }))

const begins = () => beginSnapshot(db, { capturedAt: now, trigger: 'command', requestedBy: null, now })

const left = () => ({ id: run.snapshotId, attempt: run.attempt })

/** A transaction of the older run that has written and does not end until it is let go. */
function underWay() {
  const { promise: letGo, resolve: letsGo } = Promise.withResolvers<void>()
  const { promise: written, resolve: hasWritten } = Promise.withResolvers<void>()
  const ended = whileOurs(
    db,
    run,
  )(async (tx) => {
    await tx.vault.create({ data: { resourceId: 'held', name: 'held', seenFirstAt: now } })
    hasWritten()
    await letGo
  })
  return { written, letsGo, ended }
}

test('a run whose snapshot another one goes on with writes nothing more, and cannot end it', async () => {
  await addsAVault(run)
  await takeOver(db, left(), now)
  await db.vault.deleteMany()
  await expect(addsAVault(run)).rejects.toThrow('another run has gone on with this snapshot')
  await expect(endRun(db, { run, at: now, status: 'failed', failure: 'late' })).rejects.toThrow('another run')
  expect(await db.vault.count()).toBe(0)
  expect(await db.snapshot.findFirst()).toMatchObject({ status: 'running', attempt: 2, failure: null })
  expect(await db.auditEvent.count()).toBe(0)
})

test('nor does one whose snapshot was ended', async () => {
  await endRun(db, { run, at: now, status: 'failed', failure: 'never resumed' })
  await expect(addsAVault(run)).rejects.toMatchObject({ name: 'SnapshotInterrupted' })
})

test('whoever goes on waits for what is under way, and finds it; nothing new begins meanwhile', async () => {
  const older = underWay()
  await older.written
  let isTaken = false
  const taken = takeOver(db, left(), now).then(() => {
    isTaken = true
  })
  await until(async () => (await db.snapshot.findFirst())?.attempt === 2)
  await expect(addsAVault(run)).rejects.toThrow('another run')
  expect(isTaken).toBe(false)
  older.letsGo()
  await Promise.all([older.ended, taken])
  expect(await db.vault.count()).toBe(1)
})

// PostgreSQL lets a lock that a row's key is enough for pass on the row as it was when the statement began.
test('a statement that began before the snapshot changed hands, and got its lock after, finds it changed', async () => {
  const { snapshotId, attempt } = run
  const late = db.$queryRaw<unknown[]>(sql`
    select from snapshot where id = ${snapshotId} and attempt = ${attempt} and pg_sleep(1) is not null for key share`)
  const [, found] = await Promise.all([
    until(async () => (await sleeping()) > 0).then(() => takeOver(db, left(), now)),
    late,
  ])
  expect(found).toEqual([])
})

test('the heartbeat waits for no vault, and says when the snapshot is another run’s', async () => {
  const older = underWay()
  await older.written
  const azure = { meter: { requests: 0, retries: 0, throttled: 0 } }
  const before = { requests: 0, retries: 0, throttled: 0, rowsWritten: 0 }
  const reporter = reportProgress({ db, azure, run, clock: () => now, before, onProgress: () => {} })
  reporter.note({ vaultsDone: 5 })
  await reporter.flush()
  older.letsGo()
  await older.ended
  await takeOver(db, left(), now)
  await expect(reporter.flush()).rejects.toThrow('another run')
  await reporter.stop()
  expect(await db.snapshot.findFirst()).toMatchObject({ vaultsDone: 5, phase: 'going on after an interruption' })
})

test('of two runs that begin at once, one begins', async () => {
  await endRun(db, { run, at: now, status: 'failed', failure: 'over' })
  const [one, other] = await Promise.allSettled([begins(), begins()])
  const begun = [one, other].flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const living = await db.snapshot.findMany({ where: { status: 'running' } })
  expect(living).toHaveLength(1)
  // Either the second found nothing to begin, or it went on with what the first had begun.
  const mayWrite = await Promise.allSettled(begun.map(addsAVault))
  expect(mayWrite.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a transaction whose machine is gone is ended by the database in a minute', async () => {
  const limit = await whileOurs(
    db,
    run,
  )((tx) => tx.$queryRaw(sql`select current_setting('idle_in_transaction_session_timeout') as "limit"`))
  expect(limit).toEqual([{ limit: `${silentMs / 60_000}min` }])
})

const sleeping = async () => {
  const [row] = await db.$queryRaw<[{ n: number }]>(sql`
    select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`)
  return row.n
}

/** Asks again until it is so; the test's own time limit is the end of patience. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve))
}
