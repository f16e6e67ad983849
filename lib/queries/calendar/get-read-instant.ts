import type { Database } from '#lib/db/open-database.ts'

/**
 * Which is the last finished snapshot at an instant? Null before the first. What is asked as of its `capturedAt` stays the same
 * whatever a running snapshot writes meanwhile.
 */
export function getReadInstant(db: Database, { at }: { at: Date }): Promise<{ id: number; capturedAt: Date } | null> {
  return db.snapshot.findFirst({
    where: { capturedAt: { lte: at }, status: { in: ['complete', 'partial'] }, finishedAt: { not: null } },
    orderBy: { capturedAt: 'desc' },
    select: { id: true, capturedAt: true },
  })
}
