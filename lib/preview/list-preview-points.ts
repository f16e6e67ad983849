import { type Database, sql } from '#lib/db/open-database.ts'

/** An instant of the preview, with the snapshot that stands for it: null where none was taken in the week before. */
export type PreviewPoint = { at: Date; capturedAt: Date | null }

/** Which instants is a policy tried on? `at` itself and every week before it, the oldest first. */
export function listPreviewPoints(db: Database, { at, weeks }: { at: Date; weeks: number }): Promise<PreviewPoint[]> {
  return db.$queryRaw<PreviewPoint[]>(sql`
    select point as at, (
      select max(captured_at) from snapshot
      where status in ('complete', 'partial') and captured_at <= point and captured_at > point - interval '168 hours'
    ) as "capturedAt"
    from (
      select ${at}::timestamptz - (${weeks}::int - week) * interval '168 hours' as point
      from generate_series(0, ${weeks}::int) week) points
    order by point`)
}
