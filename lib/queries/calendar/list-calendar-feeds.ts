import type { Database } from '#lib/db/open-database.ts'

export type CalendarFeedRow = {
  id: number
  kind: 'everything' | 'owned'
  /** The names it goes by, where it is `owned`. */
  owners: string[]
  personId: string
  personName: string
  createdAt: Date
  /** Null: nobody has read it yet. Kept to the hour. */
  lastReadAt: Date | null
}

/** Which calendar feeds can be read, the latest first: those a person made, or all of them when `personId` is null? */
export async function listCalendarFeeds(
  db: Database,
  { personId }: { personId: string | null },
): Promise<CalendarFeedRow[]> {
  const rows = await db.calendarFeed.findMany({
    where: { revokedAt: null, ...(personId === null ? {} : { personId }) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    omit: { secretHash: true, revokedAt: true, revokedBy: true },
  })
  return rows.map((row) => ({ ...row, kind: row.kind === 'everything' ? 'everything' : 'owned' }))
}
