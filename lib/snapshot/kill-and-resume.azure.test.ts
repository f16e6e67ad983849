// `kill -9` at fifty points drawn by lot over the whole length of a run: at its n-th question to Azure, or at its n-th write. The
// next start goes on with it, and in the end everything is as if nothing had happened.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createRandom, seedOf } from '#e2e/azure/organization/seeded-random.ts'
import { freshDatabaseUrl } from '#e2e/database/fresh-database.ts'
import { aSmallEstate, capturedAt } from './testing/a-small-estate.ts'
import { openTrial, type Trial } from './testing/at-a-write.ts'
import { differences } from './testing/differences.ts'
import { keepAJob, type KeptJob } from './testing/keep-a-job.ts'
import { wholeMemory } from './testing/whole-memory.ts'

let standIn: Awaited<ReturnType<typeof aSmallEstate>>
/** Takes the undisturbed run, and goes on with every one that was killed. */
let survivor: KeptJob
let spare: Promise<KeptJob>
let calm: Record<string, string[]>
let length: Record<'question' | 'write', number>
beforeAll(async () => {
  standIn = await aSmallEstate({ vaults: 3, pages: false })
  const first = await keepAJob(standIn)
  const databaseUrl = await freshDatabaseUrl()
  const trial = await openTrial(databaseUrl)
  const before = await trial.written()
  standIn.azure.journal.clear()
  await first.takes(databaseUrl, capturedAt)
  length = { question: standIn.azure.journal.entries().length, write: (await trial.written()) - before }
  await trial.close()
  calm = await wholeMemory(databaseUrl)
  survivor = first
  spare = keepAJob(standIn)
}, 120_000)
afterEach(() => standIn.faults.clear())
afterAll(async () => {
  await survivor.kill()
  await (await spare).kill()
  await standIn.close()
})

const random = createRandom(seedOf('kill'))
/** Fractions of the run, as its length is known only when it has run. */
const points = Array.from({ length: 50 }, (_, index) => ({
  kind: index % 2 === 0 ? ('question' as const) : ('write' as const),
  fraction: random.next(),
  // Often enough to see that a second run is refused wherever the first one is; not each time, as meanwhile the first goes on.
  asksSecond: index % 5 === 0,
}))

test.each(points)(
  'killed at $kind $fraction of all, it is resumed',
  async ({ kind, fraction, asksSecond }) => {
    resetLimits()
    const databaseUrl = await freshDatabaseUrl()
    const trial = await openTrial(databaseUrl)
    const doomed = await spare
    spare = keepAJob(standIn)
    const place = Math.floor(fraction * length[kind])
    const isThere = await stopsAt(kind, place, trial)

    const killed = doomed.takes(databaseUrl, capturedAt).then(
      () => 'ended by itself',
      () => 'killed',
    )
    await until(isThere)
    if (asksSecond) {
      expect(await survivor.takes(databaseUrl, capturedAt)).toMatchObject({
        failure: { name: 'Error', message: running },
      })
    }
    await doomed.kill()
    expect(await killed).toBe('killed')
    standIn.faults.clear()
    await trial.letGo()

    expect(await goesOn(databaseUrl)).toMatchObject({ summary: { status: 'partial' } })
    await trial.close()
    expect(differences(calm, await wholeMemory(databaseUrl))).toEqual([])
  },
  180_000,
)

const running = 'another snapshot is running; this one was not begun'

/** The database notices a moment later that the process is gone. */
async function goesOn(databaseUrl: string) {
  for (;;) {
    const reply = await survivor.takes(databaseUrl, capturedAt)
    if (!('failure' in reply && reply.failure.message === running)) return reply
  }
}

/** The run is held where it shall die, so that it dies there on a slow machine as on a fast one. */
async function stopsAt(kind: 'question' | 'write', place: number, trial: Trial): Promise<() => Promise<boolean>> {
  if (kind === 'write') {
    await trial.happensAt((await trial.written()) + 1 + place, 'wait')
    return () => trial.isWaiting()
  }
  standIn.faults.add({ id: 'held', match: { after: place }, times: 1, act: { kind: 'stall', bytes: 0 } })
  return async () => standIn.faults.list().some(({ hits }) => hits > 0)
}

/** Limits count over seconds and minutes: each run has its own. */
function resetLimits() {
  standIn.azure.clock.advance(600_000)
  standIn.azure.clock.set(capturedAt)
}

/** Asks again until it is so; the test's own time limit is the end of patience. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve))
}
