// What a file of what one caller reads holds.
import type { FileRow } from '#app/_export/table-file.ts'
import { isoDate } from '#lib/format/date.ts'
import type { CallerReadRow } from '#lib/queries/callers/list-caller-reads.ts'

export const callerReadColumns = [
  'vault',
  'kind',
  'name',
  'in_inventory',
  'reads_30_days',
  'days_with_reads',
  'last_read_at',
  'follows_rotations',
  'older_versions_named',
  'versions_read',
  'reads_7_days',
  'most_in_eight_hours_7_days',
  'needless_reads_7_days',
]

export const callerReadExport = (row: CallerReadRow): FileRow => ({
  vault: row.vault,
  kind: row.kind,
  name: row.name,
  in_inventory: row.stands,
  reads_30_days: row.reads,
  days_with_reads: row.readDays,
  last_read_at: row.lastReadAt.toISOString(),
  follows_rotations: row.following.how,
  older_versions_named: row.following.how === 'pinned' ? row.following.versions.join('; ') : '',
  versions_read: row.versions
    .map(({ version, lastReadAt }) => `${version || 'not named'} last ${isoDate(lastReadAt)}`)
    .join('; '),
  reads_7_days: row.caching?.reads ?? null,
  most_in_eight_hours_7_days: row.caching?.most ?? null,
  needless_reads_7_days: row.caching?.needless ?? null,
})
