// What a file of callers holds.
import type { FileRow } from '#app/_export/table-file.ts'
import type { CallerRow } from '#lib/queries/callers/caller-rows.ts'
import { attachedText } from './attached-to.ts'

export const callerColumns = [
  'identity',
  'name',
  'kind',
  'application_id',
  'attached_to',
  'resource_id',
  'host_id',
  'objects_30_days',
  'vaults_30_days',
  'reads_30_days',
  'days_with_reads',
  'denied_30_days',
  'throttled_30_days',
  'addresses_30_days',
  'objects_read_by_old_version',
  'needless_reads_7_days',
  'busy_windows_7_days',
  'first_seen_at',
  'last_seen_at',
]

export const callerExport = (row: CallerRow): FileRow => ({
  identity: row.identity,
  name: row.name,
  kind: row.kind,
  application_id: row.applicationId,
  attached_to: attachedText(row),
  resource_id: row.resourceId,
  host_id: row.hostId,
  objects_30_days: row.objects,
  vaults_30_days: row.vaults,
  reads_30_days: row.reads,
  days_with_reads: row.readDays,
  denied_30_days: row.denied,
  throttled_30_days: row.throttled,
  addresses_30_days: row.addresses,
  objects_read_by_old_version: row.oldVersions,
  needless_reads_7_days: row.needless,
  busy_windows_7_days: row.busyWindows,
  first_seen_at: row.firstAt.toISOString(),
  last_seen_at: row.lastAt.toISOString(),
})
