import { runningQueue } from '#app/_schedule/running-queue.ts'
import type { View } from '#app/view.ts'
import { getSnapshotProgress } from '#lib/queries/get-snapshot-progress.ts'
import { type ProgressReport, reportProgress } from './progress-report.ts'

/** What runs now, or waits to; the same for the page, for the poll, and for the button that asks for a run. */
export async function readProgress({ db, scope, now }: View): Promise<ProgressReport> {
  const [run, asked] = await Promise.all([getSnapshotProgress(db, scope), runningQueue().asked()])
  return reportProgress(run, asked, now)
}
