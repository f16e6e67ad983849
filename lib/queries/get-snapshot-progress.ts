import type { Database } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'

/** Is a snapshot running, and how far is it? Null when none is. */
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

export async function getSnapshotProgress(db: Database, scope: Scope): Promise<SnapshotProgress | null> {
  const row = await db.snapshot.findFirst({
    where: { status: 'running' },
    orderBy: { id: 'desc' },
    select: {
      id: true,
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
  if (!row) return null
  const { id, capturedAt, startedAt, heartbeatAt, phase, ...estate } = row
  return {
    id,
    capturedAt,
    startedAt,
    heartbeatAt,
    phase: phase ?? 'planning',
    estate: scope.kind === 'everything' ? estate : null,
  }
}
