// One snapshot of now, taken by the app itself.
import type { AppSettings } from '#lib/settings.ts'
import type { SnapshotJob } from './snapshot-queue.ts'

/**
 * Returns quietly when another run holds the lock; throws what made the run impossible, so that the queue tries again.
 * The job is imported on its first run: the Azure SDKs take a while to load, and pages should not wait for them.
 */
export async function takeSnapshot(settings: AppSettings, job: SnapshotJob, clock: () => Date): Promise<void> {
  const [{ runSnapshotWithSettings }, { AlreadyRunning }, { describeSummary }] = await Promise.all([
    import('#lib/snapshot/run-with-settings.ts'),
    import('#lib/snapshot/run.ts'),
    import('#lib/snapshot/describe-summary.ts'),
  ])
  try {
    console.log(describeSummary(await runSnapshotWithSettings(settings, { ...job, capturedAt: clock(), clock })))
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error
    console.log('No snapshot was begun: another one is running.')
  }
}
