// What a file of Changes holds: the columns of the table and the ids behind them. Dates are ISO, and a list is one cell.
import type { FileRow } from '#app/_export/table-file.ts'
import type { ChangeRow, FieldValue } from '#lib/queries/changes/change-row.ts'
import { changeLines, changeNote } from './words.ts'

export const changeColumns = [
  'change',
  'subject',
  'kind',
  'name',
  'vault',
  'what_changed',
  'note',
  'fields',
  'before',
  'after',
  'rule_id',
  'rule',
  'severity',
  'part',
  'reason',
  'owner_before',
  'owner',
  'environment',
  'subscription',
  'subscription_id',
  'vault_resource_id',
  'still_there',
  'deleted_at',
  'purge_at',
  'seen_at',
  'compared_from',
  'compared_to',
] as const

export function changeExport(row: ChangeRow, { from, to }: { from: Date; to: Date }): FileRow {
  const { detail } = row
  const { fields, readBefore, readAfter } = detail
  const listed = (values: readonly string[]) => values.join('; ') || null
  return {
    change: row.change,
    subject: row.subject,
    kind: row.kind,
    name: row.name,
    vault: row.vaultName,
    what_changed: listed(
      changeLines(row).map(({ label, before, after }) =>
        after === null ? `${label}: ${before}` : `${label}: ${before} → ${after}`,
      ),
    ),
    note: changeNote(row, { from }),
    fields: listed(fields.map(({ field, name }) => (name === null ? field : `${field} ${name}`))),
    before: readBefore ?? listed(fields.map(({ before }) => cell(before))),
    after: readAfter ?? listed(fields.map(({ after }) => cell(after))),
    rule_id: row.ruleId,
    rule: row.failing,
    severity: row.severity,
    part: row.part,
    reason: detail.code ?? (row.ruleId ? detail.because : null),
    owner_before: row.ownerBefore,
    owner: row.owner,
    environment: row.environment,
    subscription: row.subscriptionName,
    subscription_id: row.subscriptionId,
    vault_resource_id: row.resourceId,
    still_there: row.standsAfter,
    deleted_at: detail.deletedAt?.toISOString() ?? null,
    purge_at: detail.purgeAt?.toISOString() ?? null,
    seen_at: row.changedAt.toISOString(),
    compared_from: from.toISOString(),
    compared_to: to.toISOString(),
  }
}

/** A value as it was read; instants of the database are ISO texts already. */
const cell = (value: FieldValue) => (typeof value === 'string' ? value : JSON.stringify(value))
