// What a file of At risk holds: the columns of the table and the ids behind them. Dates are ISO, and a list is one cell. What
// is waived stands in columns of its own, which are empty where the view leaves it out.
import type { FileRow } from '#app/_export/table-file.ts'
import type { FindingRow } from '#lib/queries/findings/finding-rows.ts'
import type { RuleGroup } from '#lib/queries/findings/list-findings-by-rule.ts'
import type { VaultGroup } from '#lib/queries/findings/list-findings-by-vault.ts'

const iso = (at: Date | null) => at?.toISOString() ?? null

export const findingColumns = [
  'key',
  'kind',
  'name',
  'vault',
  'worst_severity',
  'findings',
  'finding_rule_ids',
  'because',
  'not_judged',
  'not_judged_rule_ids',
  'not_judged_because',
  'waived',
  'waived_rule_ids',
  'waived_until',
  'owner',
  'owner_source',
  'environment',
  'subscription',
  'subscription_id',
  'resource_group',
  'vault_resource_id',
  'enabled',
  'expires_at',
  'last_rotated_at',
  'last_read_at',
  'access_log_covered',
  'access_log_covered_from',
  'failing_since',
] as const

export function findingExport(row: FindingRow): FileRow {
  const waived = row.findings.filter(({ waivedUntil }) => waivedUntil !== null)
  const failing = row.findings.filter(({ status, waivedUntil }) => status === 'fail' && waivedUntil === null)
  const unknown = row.findings.filter(({ status }) => status === 'unknown')
  const listed = (values: readonly string[]) => values.join('; ')
  return {
    key: row.key,
    kind: row.kind,
    name: row.name,
    vault: row.vaultName,
    worst_severity: failing[0]?.severity ?? null,
    findings: listed(failing.map((finding) => finding.failing)),
    finding_rule_ids: listed(failing.map(({ ruleId }) => ruleId)),
    because: failing.map(({ because }) => because).join(' '),
    not_judged: listed(unknown.map((finding) => finding.failing)),
    not_judged_rule_ids: listed(unknown.map(({ ruleId }) => ruleId)),
    not_judged_because: [...new Set(unknown.map(({ because }) => because))].join(' '),
    waived: listed(waived.map((finding) => finding.failing)),
    waived_rule_ids: listed(waived.map(({ ruleId }) => ruleId)),
    // In the order of the rules: each has its own last day.
    waived_until: listed(waived.map(({ waivedUntil }) => iso(waivedUntil)?.slice(0, 10) ?? '')),
    owner: row.owner,
    owner_source: row.ownerSource,
    environment: row.environment,
    subscription: row.subscriptionName,
    subscription_id: row.subscriptionId,
    resource_group: row.resourceGroup,
    vault_resource_id: row.resourceId,
    enabled: row.enabled,
    expires_at: iso(row.expiresAt),
    last_rotated_at: iso(row.rotatedAt),
    last_read_at: iso(row.lastReadAt),
    access_log_covered: row.kind === 'vault' ? null : row.logCovered,
    access_log_covered_from: row.kind === 'vault' ? null : (iso(row.logCoveredFrom)?.slice(0, 10) ?? null),
    failing_since: iso(row.failingSince),
  }
}

export const ruleColumns = [
  'rule_id',
  'failing',
  'area',
  'severity',
  'failing_subjects',
  'waived_subjects',
  'not_judged_subjects',
  'vaults',
  'failing_since',
] as const

export const ruleExport = (row: RuleGroup): FileRow => ({
  rule_id: row.ruleId,
  failing: row.failing,
  area: row.area,
  severity: row.severity,
  failing_subjects: row.failingSubjects,
  waived_subjects: row.waivedSubjects,
  not_judged_subjects: row.unknownSubjects,
  vaults: row.vaults,
  failing_since: iso(row.failingSince),
})

export const vaultColumns = [
  'vault',
  'vault_resource_id',
  'owner',
  'environment',
  'subscription',
  'rows',
  'critical',
  'high',
  'medium',
  'low',
  'waived',
  'not_judged',
  'failing_since',
] as const

export const vaultExport = (row: VaultGroup): FileRow => ({
  vault: row.vaultName,
  vault_resource_id: row.resourceId,
  owner: row.owner,
  environment: row.environment,
  subscription: row.subscriptionName,
  rows: row.subjects,
  critical: row.critical,
  high: row.high,
  medium: row.medium,
  low: row.low,
  waived: row.waived,
  not_judged: row.unknown,
  failing_since: iso(row.failingSince),
})
