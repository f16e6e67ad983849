// Does a snapshot run? One quiet line over every page that shows the present; the page of snapshots has a card for it, and what
// runs now has no place in a view of the past.
import { readProgress } from '#app/snapshots/read-progress.ts'
import type { View } from '#app/view.ts'
import { getLatestSnapshotId } from '#lib/queries/get-latest-snapshot-id.ts'
import { RunningSnapshotLine } from './running-snapshot-line.tsx'

export async function RunningSnapshot({ view }: { view: View }) {
  const [report, latestSnapshotId] = await Promise.all([
    readProgress(view),
    getLatestSnapshotId(view.db, { at: view.now }),
  ])
  // The key: a reading from the server begins the watch anew.
  return <RunningSnapshotLine key={`${latestSnapshotId} ${report.state}`} initial={{ ...report, latestSnapshotId }} />
}
