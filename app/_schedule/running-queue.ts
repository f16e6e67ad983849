// The queue this process opened at its start, for the pages that ask it for a snapshot.
import type { SnapshotQueue } from './snapshot-queue.ts'

// On globalThis: what runs at the start and what renders pages are bundled apart, and each would have its own variable.
const kept = globalThis as typeof globalThis & { kemptSnapshotQueue?: SnapshotQueue }

export function keepQueue(queue: SnapshotQueue): void {
  kept.kemptSnapshotQueue = queue
}

/** Throws when the schedule did not start, which the start of the app reports. */
export function runningQueue(): SnapshotQueue {
  if (!kept.kemptSnapshotQueue) throw new Error('The snapshot schedule of this process is not running.')
  return kept.kemptSnapshotQueue
}
