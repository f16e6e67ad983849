import type { Database } from '#lib/db/open-database.ts'

/** For which instants up to `at` is the estate known? Of every snapshot that ended well or in part, the oldest first. */
export async function listSnapshotInstants(db: Database, { at }: { at: Date }): Promise<Date[]> {
  const rows = await db.snapshot.findMany({
    where: { status: { in: ['complete', 'partial'] }, finishedAt: { not: null }, capturedAt: { lte: at } },
    orderBy: { capturedAt: 'asc' },
    select: { capturedAt: true },
  })
  return rows.map(({ capturedAt }) => capturedAt)
}
