// What a file of Waivers holds: the columns of the table and the ids behind them. Dates are ISO.
import type { FileRow } from '#app/_export/table-file.ts'
import { isoDate } from '#lib/format/date.ts'
import type { WaiverRow } from '#lib/queries/waivers/waiver-rows.ts'

export const waiverColumns = [
  'waiver_id',
  'batch',
  'state',
  'key',
  'kind',
  'name',
  'vault',
  'owner',
  'rule_id',
  'failing',
  'severity',
  'waiver_kind',
  'reason',
  'ends_on',
  'asked_at',
  'asked_by',
  'decided_at',
  'decided_by',
  'approved',
  'withdrawn_at',
  'withdrawn_by',
  'note',
  'finding',
] as const

/** What became of the finding: as the table says it. */
const findingWords = { fail: 'fails', unknown: 'not judged', none: 'nothing left to waive' }

export const waiverExport = (row: WaiverRow): FileRow => ({
  waiver_id: row.id,
  batch: row.batch,
  state: row.state,
  key: row.key,
  kind: row.subjectKind,
  name: row.name,
  vault: row.vaultName,
  owner: row.owner,
  rule_id: row.ruleId,
  failing: row.failing,
  severity: row.severity,
  waiver_kind: row.kind,
  reason: row.reason,
  ends_on: isoDate(row.endsOn),
  asked_at: row.askedAt.toISOString(),
  asked_by: row.askedBy,
  decided_at: row.decidedAt?.toISOString() ?? null,
  decided_by: row.decidedBy,
  approved: row.approved,
  withdrawn_at: row.withdrawnAt?.toISOString() ?? null,
  withdrawn_by: row.withdrawnBy,
  note: row.note,
  finding: findingWords[row.finding],
})
