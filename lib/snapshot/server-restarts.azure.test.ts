// PostgreSQL itself is stopped in the middle of a run, with a word or as it crashes, and started again on the same data. The run
// says that it was interrupted; the next one goes on with it, and in the end everything is as if nothing had happened.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createRandom, seedOf } from '#e2e/azure/organization/seeded-random.ts'
import { type OwnServer, openOwnServer } from '#e2e/database/own-server.ts'
import { aSmallEstate, capturedAt } from './testing/a-small-estate.ts'
import { openTrial } from './testing/at-a-write.ts'
import { differences } from './testing/differences.ts'
import { keepAJob, type KeptJob } from './testing/keep-a-job.ts'
import { wholeMemory } from './testing/whole-memory.ts'

let server: OwnServer
let standIn: Awaited<ReturnType<typeof aSmallEstate>>
let job: KeptJob
let calm: Record<string, string[]>
let length: { questions: number; writes: number }
beforeAll(async () => {
  standIn = await aSmallEstate({ vaults: 3, pages: false })
  ;[server, job] = await Promise.all([openOwnServer(), keepAJob(standIn)])
  // A process asks more the first time, to sign in.
  await job.takes(await server.freshDatabase('first'), capturedAt)
  resetLimits()
  const databaseUrl = await server.freshDatabase('calm')
  const trial = await openTrial(databaseUrl)
  const before = await trial.written()
  standIn.azure.journal.clear()
  await job.takes(databaseUrl, capturedAt)
  length = { questions: standIn.azure.journal.entries().length, writes: (await trial.written()) - before }
  await trial.close()
  calm = await wholeMemory(databaseUrl)
}, 180_000)
afterEach(() => {
  standIn.faults.clear()
  resetLimits()
})
afterAll(async () => {
  // It has nothing to say beyond its answers, and lives.
  expect(job.said()).toBe('')
  await job.kill()
  await Promise.all([standIn.close(), server.close()])
}, 120_000)

const random = createRandom(seedOf('restart'))
const places = Array.from({ length: 4 }, () => random.next())
const stops = places.flatMap((place, index) =>
  (['fast', 'immediate'] as const).map((how) => ({ how, place, name: `${how}_${index}` })),
)

test.each(stops)('stopped ($how) within the write at $place of all', async ({ how, place, name }) => {
  const databaseUrl = await server.freshDatabase(`write_${name}`)
  const trial = await openTrial(databaseUrl)
  await trial.happensAt((await trial.written()) + 1 + Math.floor(place * length.writes), 'wait')
  const broken = job.takes(databaseUrl, capturedAt)
  await becomesTrue(trial.isWaiting)
  await server.stop(how)
  expect(await broken).toMatchObject({ failure: { name: 'SnapshotInterrupted' } })
  // Whoever asks while it is away is told so.
  const away = { failure: { name: 'DatabaseError', message: expect.stringContaining('cannot be reached') } }
  expect(await job.takes(databaseUrl, capturedAt)).toMatchObject(away)
  await server.start()
  expect(await job.takes(databaseUrl, capturedAt)).toMatchObject({ summary: { status: 'partial', resumed: true } })
  expect(differences(calm, await wholeMemory(databaseUrl))).toEqual([])
})

test.each(stops)('stopped ($how) at $place of its questions, and back before it says anything', async (stop) => {
  const databaseUrl = await server.freshDatabase(`question_${stop.name}`)
  const { promise: until, resolve: letGo } = Promise.withResolvers<void>()
  const match = { after: Math.floor(stop.place * length.questions) }
  standIn.faults.add({ id: 'held', match, times: 1, act: { kind: 'hold', until } })
  const broken = job.takes(databaseUrl, capturedAt, { deadlineMs: 120_000 })
  await becomesTrue(async () => standIn.faults.list().some(({ hits }) => hits > 0))
  await server.stop(stop.how)
  await server.start()
  letGo()
  expect(await broken).toMatchObject({ failure: { name: 'SnapshotInterrupted' } })
  expect(await job.takes(databaseUrl, capturedAt)).toMatchObject({ summary: { status: 'partial', resumed: true } })
  expect(differences(calm, await wholeMemory(databaseUrl))).toEqual([])
})

/** Limits count over seconds and minutes: each run has its own. */
function resetLimits() {
  standIn.azure.clock.advance(600_000)
  standIn.azure.clock.set(capturedAt)
}

/** Asks again until it is so; the test's own time limit is the end of patience. */
async function becomesTrue(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve))
}
