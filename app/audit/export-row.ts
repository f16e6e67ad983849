// What a file of the audit log holds: who, when and what, and every part of the detail that may be shown, each in a column.
import type { FileRow } from '#app/_export/table-file.ts'
import type { AuditRow } from '#lib/queries/audit/audit-rows.ts'
import { eventText } from './words.ts'

export const auditColumns = [
  'event_id',
  'at',
  'person',
  'person_object_id',
  'action',
  'what',
  'subject',
  'format',
  'kind',
  'until',
  'rule_ids',
  'subjects',
  'waiver_ids',
  'waiver_batches',
  'owners',
  'made_by',
  'policy_version',
  'previous_policy_version',
  'policy_changes',
  'note',
] as const

export const auditExport = (row: AuditRow): FileRow => ({
  event_id: row.id,
  at: row.at.toISOString(),
  person: row.actor,
  person_object_id: row.objectId,
  action: row.action,
  what: eventText(row),
  subject: row.subject,
  format: row.detail.format ?? null,
  kind: row.detail.kind ?? null,
  until: row.detail.until ?? null,
  rule_ids: row.detail.rules ?? null,
  subjects: row.detail.subjects ?? null,
  waiver_ids: row.detail.waivers ?? null,
  waiver_batches: row.detail.batches ?? null,
  owners: row.detail.owners ?? null,
  made_by: row.detail.madeBy ?? null,
  policy_version: row.detail.version ?? null,
  previous_policy_version: row.detail.previousVersion ?? null,
  policy_changes: row.detail.changed ?? null,
  note: row.detail.note ?? null,
})
