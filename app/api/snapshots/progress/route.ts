// How far is the snapshot that runs now, and which one do figures come from? Asked by every page: often while one runs, and now
// and then while none does.
import type { ProgressReading } from '#app/snapshots/ask-progress.ts'
import { readProgress } from '#app/snapshots/read-progress.ts'
import { openViewForRoute } from '#app/view.ts'
import { getLatestSnapshotId } from '#lib/queries/get-latest-snapshot-id.ts'

export async function GET(request: Request): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const [report, latestSnapshotId] = await Promise.all([
    readProgress(view),
    getLatestSnapshotId(view.db, { at: view.now }),
  ])
  return Response.json({ ...report, latestSnapshotId } satisfies ProgressReading)
}
