// Runs of the job beside each other in one estate: an undisturbed one, and as many among faults as a test likes.
import { freshDatabaseUrl } from '#e2e/database/fresh-database.ts'
import type { JournalEntry } from '#e2e/azure/journal.ts'
import type { StandIn } from '#e2e/azure/open-stand-in.ts'
import { capturedAt } from './a-small-estate.ts'
import { keepAJob } from './keep-a-job.ts'
import { memoryIn } from './memory-in.ts'

type AnyRun = {
  reply: Awaited<ReturnType<Awaited<ReturnType<typeof keepAJob>>['takes']>>
  /** Whatever the process wrote: it has nothing to say. */
  said: string
  entries: readonly JournalEntry[]
}

export type MatrixRun = AnyRun & { databaseUrl: string; memory: Record<string, string[]> }

/**
 * With a process per run each begins without a token; the next one is made ready while one works. Whoever opens it closes it.
 */
export function matrixRuns(standIn: StandIn, { processPerRun = true }: { processPerRun?: boolean } = {}) {
  let spare = keepAJob(standIn)

  /** `deadlineMs` for each try. */
  async function runIn(databaseUrl: string, at: Date, { deadlineMs }: { deadlineMs?: number } = {}): Promise<AnyRun> {
    const { clock, journal } = standIn.azure
    const job = await spare
    if (processPerRun) spare = keepAJob(standIn)
    // Limits count over seconds and minutes: each run has its own.
    clock.advance(600_000)
    clock.set(capturedAt)
    journal.clear()
    const reply = await job.takes(databaseUrl, at, { deadlineMs })
    if (processPerRun) await job.kill()
    return { reply, said: job.said(), entries: journal.entries() }
  }

  return {
    runIn,
    /** A first snapshot into an empty database. */
    async run(options: { deadlineMs?: number } = {}): Promise<MatrixRun> {
      const databaseUrl = await freshDatabaseUrl()
      const ran = await runIn(databaseUrl, capturedAt, options)
      return { ...ran, databaseUrl, memory: await memoryIn(databaseUrl) }
    },
    async close() {
      await (await spare).kill()
    },
  }
}
