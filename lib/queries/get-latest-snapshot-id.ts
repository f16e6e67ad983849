import type { Database } from '#lib/db/open-database.ts'

/** Which snapshot do the figures of an instant come from? Null before the first that ended with any. */
export async function getLatestSnapshotId(db: Database, { at }: { at: Date }): Promise<number | null> {
  const row = await db.snapshot.findFirst({
    where: { status: { in: ['complete', 'partial'] }, finishedAt: { not: null }, capturedAt: { lte: at } },
    orderBy: { capturedAt: 'desc' },
    select: { id: true },
  })
  return row?.id ?? null
}
