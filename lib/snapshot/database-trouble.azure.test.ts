// The database in trouble in the middle of a run: gone and back, out of space, or letting go of the lock. The run says so and
// ends; the next one goes on with it, and in the end everything is as if nothing had happened.
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createRandom, seedOf } from '#e2e/azure/organization/seeded-random.ts'
import { freshDatabaseUrl } from '#e2e/database/fresh-database.ts'
import { aSmallEstate, capturedAt } from './testing/a-small-estate.ts'
import { openTrial } from './testing/at-a-write.ts'
import { differences } from './testing/differences.ts'
import { keepAJob, type KeptJob } from './testing/keep-a-job.ts'
import { wholeMemory } from './testing/whole-memory.ts'

let standIn: Awaited<ReturnType<typeof aSmallEstate>>
let job: KeptJob
let other: KeptJob
let calm: Record<string, string[]>
let writes: number
beforeAll(async () => {
  standIn = await aSmallEstate({ vaults: 3, pages: false })
  ;[job, other] = await Promise.all([keepAJob(standIn), keepAJob(standIn)])
  const databaseUrl = await freshDatabaseUrl()
  const trial = await openTrial(databaseUrl)
  const before = await trial.written()
  await job.takes(databaseUrl, capturedAt)
  writes = (await trial.written()) - before
  await trial.close()
  calm = await wholeMemory(databaseUrl)
}, 120_000)
afterEach(() => {
  standIn.faults.clear()
  // Limits count over seconds and minutes: each run has its own.
  standIn.azure.clock.advance(600_000)
  standIn.azure.clock.set(capturedAt)
})
afterAll(async () => {
  // It has nothing to say beyond its answers, and lives.
  expect(job.said() + other.said()).toBe('')
  await Promise.all([job.kill(), other.kill()])
  await standIn.close()
})

const random = createRandom(seedOf('trouble'))
// The first write of all as well: before it there is no snapshot to go on with.
const places = [0, ...Array.from({ length: 4 }, () => random.next())]

test.each(places.flatMap((place) => (['away', 'full'] as const).map((kind) => ({ kind, place }))))(
  '$kind at $place of all writes: the run is interrupted, and resumed',
  async ({ kind, place }) => {
    const databaseUrl = await freshDatabaseUrl()
    const trial = await openTrial(databaseUrl)
    await trial.happensAt((await trial.written()) + 1 + Math.floor(place * writes), kind, { lasting: kind === 'full' })
    const broken = await job.takes(databaseUrl, capturedAt)
    expect(broken).toMatchObject({ failure: { name: 'SnapshotInterrupted' } })
    await trial.letGo()
    expect(await job.takes(databaseUrl, capturedAt)).toMatchObject({ summary: { status: 'partial' } })
    await trial.close()
    expect(differences(calm, await wholeMemory(databaseUrl))).toEqual([])
  },
)

test('a run whose lock the database let go of leaves the field to the next one', async () => {
  const databaseUrl = await freshDatabaseUrl()
  standIn.faults.add({ id: 'held', match: { path: '/secrets' }, times: 2, act: { kind: 'stall' } })
  const first = job.takes(databaseUrl, capturedAt, { deadlineMs: 3000 })
  await until(() => standIn.faults.list().some(({ hits }) => hits === 2))
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
    and database = (select oid from pg_database where datname = current_database())`)
  await client.end()
  expect(await other.takes(databaseUrl, capturedAt)).toMatchObject({ summary: { resumed: true } })
  expect(await first).toMatchObject({ failure: { message: expect.stringContaining('was lost') } })
  expect(differences(calm, await wholeMemory(databaseUrl))).toEqual([])
})

/** Asks again until it is so; the test's own time limit is the end of patience. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}
