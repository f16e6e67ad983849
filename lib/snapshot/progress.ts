// Progress lives in the database, so that page, terminal and log tell the same.
import type { Azure } from '#lib/azure/azure.ts'
import type { Database } from '#lib/db/open-database.ts'
import { type Attempt, notOurs } from './memory/while-ours.ts'

export type Progress = {
  phase: string
  vaultsTotal: number
  vaultsDone: number
  requests: number
  retries: number
  throttled: number
  rowsWritten: number
}

const everyMs = 500

/** What an interrupted run had counted before it was interrupted; zeros for a fresh one. */
export type Counted = Pick<Progress, 'requests' | 'retries' | 'throttled' | 'rowsWritten'>

export type Reporter = {
  /** Takes note of a change; it is written down within half a second. */
  note(change: Partial<Progress>): void
  /** The latest figures, written down. */
  flush(): Promise<Progress>
  /** Ends the writing and waits for what is under way, so that nothing is written after the run's own last word. */
  stop(): Promise<void>
}

export function reportProgress({
  db,
  azure,
  run,
  clock,
  before,
  onProgress,
}: {
  db: Database
  azure: Pick<Azure, 'meter'>
  run: Attempt
  clock: () => Date
  before: Counted
  onProgress: (progress: Progress) => void
}): Reporter {
  const atStart = { ...azure.meter }
  const progress: Progress = { phase: 'planning', vaultsTotal: 0, vaultsDone: 0, ...before }
  let writing: Promise<unknown> = Promise.resolve()

  const count = () => {
    progress.requests = before.requests + azure.meter.requests - atStart.requests
    progress.retries = before.retries + azure.meter.retries - atStart.retries
    progress.throttled = before.throttled + azure.meter.throttled - atStart.throttled
  }
  const write = () => {
    count()
    const data = { ...progress, heartbeatAt: clock() }
    // Whoever lost the lock may still be counting when its successor goes on with the snapshot, or has ended it.
    const where = { id: run.snapshotId, attempt: run.attempt, status: 'running' } as const
    writing = writing.then(async () => {
      const { count } = await db.snapshot.updateMany({ where, data })
      if (count === 0) throw notOurs()
    })
    // A write that fails is met by `flush`, which awaits the same chain; unheard here it would end the process.
    writing.catch(() => {})
  }
  // By the clock and not by the vault: while one large vault is read, the requests still tell that something moves.
  const timer = setInterval(() => {
    write()
    onProgress({ ...progress })
  }, everyMs)

  return {
    note(change) {
      Object.assign(progress, change)
      count()
      onProgress({ ...progress })
    },
    async flush() {
      write()
      await writing
      return { ...progress }
    },
    async stop() {
      clearInterval(timer)
      await Promise.allSettled([writing])
    },
  }
}
