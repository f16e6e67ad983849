// The database let go of a run's lock, and the run has not heard of it: it believes that it is alone. Meanwhile another run goes
// on with the snapshot and ends it. The first writes nothing more, and in the end everything is as if it had never been.
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createRandom, seedOf } from '#e2e/azure/organization/seeded-random.ts'
import { freshDatabaseUrl } from '#e2e/database/fresh-database.ts'
import { aSmallEstate, capturedAt } from './testing/a-small-estate.ts'
import { openTrial } from './testing/at-a-write.ts'
import { openDeafConnection } from './testing/deaf-connection.ts'
import { differences } from './testing/differences.ts'
import { keepAJob, type KeptJob } from './testing/keep-a-job.ts'
import { wholeMemory } from './testing/whole-memory.ts'

let standIn: Awaited<ReturnType<typeof aSmallEstate>>
let first: KeptJob
let second: KeptJob
let calm: Record<string, string[]>
let questions: number
let writes: number
beforeAll(async () => {
  standIn = await aSmallEstate({ vaults: 3, pages: false })
  ;[first, second] = await Promise.all([keepAJob(standIn), keepAJob(standIn)])
  // A process asks more the first time, to sign in.
  await first.takes(await freshDatabaseUrl(), capturedAt)
  const databaseUrl = await freshDatabaseUrl()
  const trial = await openTrial(databaseUrl)
  const before = await trial.written()
  resetLimits()
  standIn.azure.journal.clear()
  await first.takes(databaseUrl, capturedAt)
  questions = standIn.azure.journal.entries().length
  writes = (await trial.written()) - before
  await trial.close()
  calm = await wholeMemory(databaseUrl)
}, 120_000)
afterEach(() => {
  standIn.faults.clear()
  resetLimits()
})
afterAll(async () => {
  expect(first.said() + second.said()).toBe('')
  await Promise.all([first.kill(), second.kill()])
  await standIn.close()
})

/** Starts the first run over a lock it will not hear of. */
async function startsDeaf(databaseUrl: string) {
  const lock = await openDeafConnection(databaseUrl)
  onTestFinished(() => lock.close())
  return { lock, ended: first.takes(databaseUrl, capturedAt, { lockUrl: lock.url, deadlineMs: 120_000 }) }
}

const random = createRandom(seedOf('unheard'))
const places = Array.from({ length: 6 }, () => random.next())

test.each(places)('held at %f of its questions to Azure, it comes too late', async (place) => {
  const databaseUrl = await freshDatabaseUrl()
  const { promise: until, resolve: letGo } = Promise.withResolvers<void>()
  const match = { after: Math.floor(place * questions) }
  standIn.faults.add({ id: 'held', match, times: 1, act: { kind: 'hold', until } })
  const { lock, ended } = await startsDeaf(databaseUrl)
  await becomesTrue(async () => standIn.faults.list().some(({ hits }) => hits > 0))
  await endTheSessionOfTheLock(databaseUrl)
  await lock.serverEnded
  expect(await second.takes(databaseUrl, capturedAt)).toMatchObject({ summary: { status: 'partial', resumed: true } })
  letGo()
  expect(await ended).toMatchObject({ failure: { message: expect.stringContaining('another run has gone on') } })
  expect(differences(calm, await wholeMemory(databaseUrl))).toEqual([])
})

test.each(places)('held within the write at %f of all, it ends that one, and no other', async (place) => {
  const databaseUrl = await freshDatabaseUrl()
  const trial = await openTrial(databaseUrl)
  onTestFinished(() => trial.close())
  // Not one of the first two, by which the snapshot itself begins.
  await trial.happensAt((await trial.written()) + 3 + Math.floor(place * (writes - 3)), 'wait')
  const { lock, ended } = await startsDeaf(databaseUrl)
  await becomesTrue(trial.isWaiting)
  await endTheSessionOfTheLock(databaseUrl)
  await lock.serverEnded
  const goneOn = second.takes(databaseUrl, capturedAt)
  await becomesTrue(async () => (await attemptIn(databaseUrl)) === 2)
  await trial.letGo()
  expect(await goneOn).toMatchObject({ summary: { status: 'partial', resumed: true } })
  expect(await ended).toMatchObject({ failure: { message: expect.stringContaining('another run has gone on') } })
  expect(differences(calm, await wholeMemory(databaseUrl))).toEqual([])
})

async function asked<Row extends pg.QueryResultRow>(databaseUrl: string, question: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query<Row>(question)).rows
  } finally {
    await client.end()
  }
}

/** The lock of a run, and not the one that a trial holds up a write with. */
const endTheSessionOfTheLock = (databaseUrl: string) =>
  asked(
    databaseUrl,
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and objid = ${0x6b656d70}
     and database = (select oid from pg_database where datname = current_database())`,
  )

const attemptIn = async (databaseUrl: string) =>
  (await asked<{ attempt: number }>(databaseUrl, 'select attempt from snapshot'))[0]?.attempt

/** Limits count over seconds and minutes: each run has its own. */
function resetLimits() {
  standIn.azure.clock.advance(600_000)
  standIn.azure.clock.set(capturedAt)
}

/** Asks again until it is so; the test's own time limit is the end of patience. */
async function becomesTrue(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve))
}
