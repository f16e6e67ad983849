import type { Database } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'

/** How far a running snapshot is. */
export type SnapshotProgress = {
  id: number
  capturedAt: Date
  startedAt: Date
  /** When the run last gave a sign of life; long ago means that it was killed and waits to be resumed. */
  heartbeatAt: Date
  /** What it is doing, in words. */
  phase: string
  /** Counts over the whole estate; null for somebody who may see only a part of it. */
  estate: { vaultsTotal: number; vaultsDone: number; requests: number; retries: number; throttled: number } | null
}

export type LatestRun = {
  /** Null when none runs. */
  progress: SnapshotProgress | null
  /** When it ended, well or not; null while it runs, and where there never was one. */
  endedAt: Date | null
}

/** Is a snapshot running, and how far is it? Both answers come from one row, so that none can be between them. */
export async function getSnapshotProgress(db: Database, scope: Scope): Promise<LatestRun> {
  const row = await db.snapshot.findFirst({
    orderBy: { id: 'desc' },
    select: {
      id: true,
      status: true,
      finishedAt: true,
      capturedAt: true,
      startedAt: true,
      heartbeatAt: true,
      phase: true,
      vaultsTotal: true,
      vaultsDone: true,
      requests: true,
      retries: true,
      throttled: true,
    },
  })
  if (row?.status !== 'running') return { progress: null, endedAt: row?.finishedAt ?? null }
  const { id, status, finishedAt, capturedAt, startedAt, heartbeatAt, phase, ...estate } = row
  const progress = {
    id,
    capturedAt,
    startedAt,
    heartbeatAt,
    phase: phase ?? 'planning',
    estate: scope.kind === 'everything' ? estate : null,
  }
  return { progress, endedAt: null }
}
