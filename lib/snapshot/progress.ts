// Progress lives in the database, so that page, terminal and log tell the same.
import type { Azure } from '#lib/azure/azure.ts'
import type { Database } from '#lib/db/open-database.ts'

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

export type Reporter = {
  /** Takes note of a change; writes it down at most twice a second. */
  note(change: Partial<Progress>): void
  /** The latest figures, written down. */
  flush(): Promise<Progress>
}

export function reportProgress({
  db,
  azure,
  snapshotId,
  clock,
  before,
  onProgress,
}: {
  db: Database
  azure: Azure
  snapshotId: number
  clock: () => Date
  /** What an interrupted run had counted already. */
  before: { requests: number; retries: number; throttled: number; rowsWritten: number }
  onProgress: (progress: Progress) => void
}): Reporter {
  const atStart = { ...azure.meter }
  const progress: Progress = { phase: 'planning', vaultsTotal: 0, vaultsDone: 0, ...before }
  let writtenAt = 0
  let writing: Promise<unknown> = Promise.resolve()

  const count = () => {
    progress.requests = before.requests + azure.meter.requests - atStart.requests
    progress.retries = before.retries + azure.meter.retries - atStart.retries
    progress.throttled = before.throttled + azure.meter.throttled - atStart.throttled
  }
  const write = () => {
    const data = { ...progress, heartbeatAt: clock() }
    writing = writing.then(() => db.snapshot.update({ where: { id: snapshotId }, data, select: { id: true } }))
    // A write that fails is met by `flush`, which awaits the same chain; unheard here it would end the process.
    writing.catch(() => {})
  }

  return {
    note(change) {
      Object.assign(progress, change)
      count()
      onProgress({ ...progress })
      if (clock().getTime() - writtenAt < everyMs) return
      writtenAt = clock().getTime()
      write()
    },
    async flush() {
      count()
      write()
      await writing
      return { ...progress }
    },
  }
}
