import type { Database } from '#lib/db/open-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { SnapshotStatus, SnapshotTrigger } from '#lib/domain/snapshot.ts'
import { snapshotTriggers } from '#lib/domain/snapshot.ts'

/** Which snapshots were taken until an instant, how did they end, and what did they cost? Newest first. */
export type SnapshotRow = {
  id: number
  capturedAt: Date
  startedAt: Date
  finishedAt: Date | null
  /** When the run last gave a sign of life. */
  heartbeatAt: Date
  status: SnapshotStatus
  trigger: SnapshotTrigger
  /** Figures and names about the whole estate; null for somebody who may see only a part of it. */
  estate: SnapshotEstate | null
}

export type SnapshotEstate = {
  requestedBy: string | null
  failure: string | null
  vaultsTotal: number
  vaultsRead: number
  vaultsPartly: number
  vaultsUnread: number
  objects: number
  requests: number
  retries: number
  throttled: number
  rowsWritten: number
}

export async function listSnapshots(
  db: Database,
  scope: Scope,
  { at, page, pageSize }: { at: Date; page: number; pageSize: number },
): Promise<{ rows: SnapshotRow[]; total: number }> {
  const where = { capturedAt: { lte: at } }
  const [rows, total] = await Promise.all([
    db.snapshot.findMany({
      where,
      orderBy: { capturedAt: 'desc' },
      skip: (page - 1) * pageSize,
      take: pageSize,
      omit: { phase: true, vaultsDone: true, policyVersionId: true },
    }),
    db.snapshot.count({ where }),
  ])
  const seesAll = scope.kind === 'everything'
  return {
    total,
    rows: rows.map(({ id, capturedAt, startedAt, finishedAt, heartbeatAt, status, trigger, ...estate }) => ({
      id,
      capturedAt,
      startedAt,
      finishedAt,
      heartbeatAt,
      status,
      trigger: snapshotTriggers.find((known) => known === trigger) ?? 'command',
      estate: seesAll ? estate : null,
    })),
  }
}
