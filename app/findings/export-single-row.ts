// What a file of findings holds that lists them one by one: what one rule says of one object or vault.
import type { FileRow } from '#app/_export/table-file.ts'
import type { SingleFinding } from '#lib/queries/findings/list-single-findings.ts'

export const singleColumns = [
  'key',
  'kind',
  'name',
  'vault',
  'rule_id',
  'failing',
  'severity',
  'status',
  'because',
  'failing_since',
  'waived_until',
  'owner',
  'environment',
  'subscription',
] as const

export const singleExport = (row: SingleFinding): FileRow => ({
  key: row.key,
  kind: row.kind,
  name: row.name,
  vault: row.vaultName,
  rule_id: row.ruleId,
  failing: row.failing,
  severity: row.severity,
  status: row.waivedUntil ? 'waived' : row.status,
  because: row.because,
  failing_since: row.failingSince?.toISOString() ?? null,
  waived_until: row.waivedUntil?.toISOString().slice(0, 10) ?? null,
  owner: row.owner,
  environment: row.environment,
  subscription: row.subscriptionName,
})
