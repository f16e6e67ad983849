import type { Database } from '#lib/db/open-database.ts'
import type { Attempt } from '../memory/while-ours.ts'

const startedAt = new Date('2026-11-01T02:15:00Z')

/** A run that is under way in this database, to remember something by; the same one whenever it is asked for. */
export async function aRun(db: Database): Promise<Attempt> {
  const where = { capturedAt: startedAt }
  const begun =
    (await db.snapshot.findUnique({ where })) ??
    (await db.snapshot.create({
      data: {
        ...where,
        startedAt,
        heartbeatAt: startedAt,
        status: 'running',
        trigger: 'command',
        policyVersion: { create: { createdAt: startedAt, createdBy: 'Kempt', policy: {} } },
      },
    }))
  return { snapshotId: begun.id, attempt: begun.attempt }
}
