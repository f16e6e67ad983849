// What a file of the calendar holds.
import type { FileRow } from '#app/_export/table-file.ts'
import { isoDate } from '#lib/format/date.ts'
import type { CalendarEvent } from '#lib/queries/calendar/event-rows.ts'
import { daysFrom } from './months.ts'

export const calendarColumns = [
  'day',
  'what',
  'due_at',
  'days_left',
  'kind',
  'object',
  'vault',
  'resource_id',
  'owner',
  'environment',
  'subscription',
  'last_rotated_at',
  'rotation_days',
  'renews_itself',
  'waived',
  'last_read_at',
  'log_covered',
  'not_read_since',
]

/** `today` is the day the view is of; days that are left are counted from it, and negative once the day is over. */
export const calendarExport = (row: CalendarEvent, today: string): FileRow => ({
  day: isoDate(row.dueAt),
  what: row.what,
  due_at: row.dueAt.toISOString(),
  days_left: daysFrom(today, isoDate(row.dueAt)),
  kind: row.kind,
  object: row.name,
  vault: row.vaultName,
  resource_id: row.resourceId,
  owner: row.owner,
  environment: row.environment,
  subscription: row.subscriptionName,
  last_rotated_at: row.rotatedAt.toISOString(),
  rotation_days: row.rotationDays,
  renews_itself: row.renewsItself,
  waived: row.waived,
  last_read_at: row.lastReadAt?.toISOString() ?? null,
  log_covered: row.logCovered,
  not_read_since: row.notReadSince?.toISOString() ?? null,
})
