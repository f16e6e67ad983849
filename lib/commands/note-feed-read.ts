import type { Database } from '#lib/db/open-database.ts'

const hourMs = 3_600_000

/** Notes that a feed was read. Calendars ask every few minutes, and the hour is exact enough to see which link is in use. */
export async function noteFeedRead(db: Database, { id, now }: { id: number; now: Date }): Promise<void> {
  await db.calendarFeed.updateMany({
    where: {
      id,
      revokedAt: null,
      OR: [{ lastReadAt: null }, { lastReadAt: { lte: new Date(now.getTime() - hourMs) } }],
    },
    data: { lastReadAt: now },
  })
}
