import type { SnapshotSummary } from './run.ts'

/** A finished run in a few lines, for a terminal or a log. */
export function describeSummary(summary: SnapshotSummary): string {
  const { status, vaultsRead, vaultsPartly, vaultsUnread, objects, requests, retries, throttled, rowsWritten } = summary
  const total = vaultsRead + vaultsPartly + vaultsUnread
  const seconds = (summary.durationMs / 1000).toFixed(1)
  return [
    `Snapshot ${summary.snapshotId} of ${summary.capturedAt.toISOString()} is ${status}${summary.resumed ? ' (resumed)' : ''}.`,
    `${vaultsRead} of ${total} vaults read, ${vaultsPartly} partly, ${vaultsUnread} not; ${objects} objects.`,
    `${requests} requests (${retries} repeated, ${throttled} throttled), ${rowsWritten} rows written, ${seconds} s.`,
    ...summary.problems,
  ].join('\n')
}
