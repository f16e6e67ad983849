// The file behind both exports of the runs: all of them until the instant of the view, the newest first. Figures about the whole
// estate are empty for whoever sees only a part of it.
import { pageByPage } from '#app/_export/page-by-page.ts'
import { recordedFile } from '#app/_export/recorded-file.ts'
import type { FileFormat, FileRow } from '#app/_export/table-file.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { openViewForRoute } from '#app/view.ts'
import { listSnapshots, type SnapshotRow } from '#lib/queries/list-snapshots.ts'

export async function exportRunsFile(request: Request, format: FileFormat): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf } = view
  return recordedFile(view, {
    of: 'runs',
    subject: withAsOf('/snapshots/runs', asOf),
    format,
    columns: runColumns,
    write: (take) =>
      pageByPage(
        (page, pageSize) => listSnapshots(db, scope, { at, page, pageSize }),
        (rows) => take(rows.map(runExport)),
      ),
  })
}

export const runColumns = [
  'captured_at',
  'status',
  'started_by',
  'requested_by',
  'started_at',
  'finished_at',
  'failure',
  'vaults',
  'vaults_read',
  'vaults_partly_read',
  'vaults_not_read',
  'objects',
  'requests',
  'repeated',
  'throttled',
  'rows_written',
] as const

export function runExport({ estate, ...run }: SnapshotRow): FileRow {
  return {
    captured_at: run.capturedAt.toISOString(),
    status: run.status,
    started_by: run.trigger,
    requested_by: estate?.requestedBy ?? null,
    started_at: run.startedAt.toISOString(),
    finished_at: run.finishedAt?.toISOString() ?? null,
    failure: estate?.failure ?? null,
    vaults: estate?.vaultsTotal ?? null,
    vaults_read: estate?.vaultsRead ?? null,
    vaults_partly_read: estate?.vaultsPartly ?? null,
    vaults_not_read: estate?.vaultsUnread ?? null,
    objects: estate?.objects ?? null,
    requests: estate?.requests ?? null,
    repeated: estate?.retries ?? null,
    throttled: estate?.throttled ?? null,
    rows_written: estate?.rowsWritten ?? null,
  } satisfies Record<(typeof runColumns)[number], unknown>
}
