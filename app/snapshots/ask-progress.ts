import type { ProgressReport } from './progress-report.ts'

/** What the server tells of the running snapshot, with the one that figures come from now. */
export type ProgressReading = ProgressReport & { latestSnapshotId: number | null }

export type ProgressTrouble = 'signed-out' | 'unreachable'

/** Asks the server, from a browser, how far the running snapshot is. */
export async function askProgress(signal: AbortSignal): Promise<ProgressReading | ProgressTrouble> {
  try {
    const response = await fetch('/api/snapshots/progress', { signal, cache: 'no-store' })
    if (response.status === 401 || response.status === 403) return 'signed-out'
    return response.ok ? await response.json() : 'unreachable'
  } catch {
    return 'unreachable'
  }
}
