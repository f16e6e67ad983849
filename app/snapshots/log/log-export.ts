// What a file of access logs holds: the columns of the ledger and the ids behind them. A list is one cell.
import type { FileRow } from '#app/_export/table-file.ts'
import type { LogRow } from '#lib/queries/log/log-row.ts'
import { gapText } from './log-words.ts'

export const logColumns = [
  'vault',
  'vault_resource_id',
  'subscription',
  'subscription_id',
  'resource_group',
  'state',
  'reason',
  'detail',
  'state_seen_since',
  'logged_since',
  'workspaces',
  'workspace_resource_ids',
  'newest_row_at',
  'workspace_read_until',
  'missing_days',
  'without_a_row',
  'never_read',
] as const

const listed = (values: readonly string[]) => values.join('; ') || null

export function logExport(log: LogRow): FileRow {
  const { place, workspaces, gaps } = log
  return {
    vault: log.name,
    vault_resource_id: log.resourceId,
    subscription: place?.subscriptionName ?? null,
    subscription_id: place?.subscriptionId ?? null,
    resource_group: place?.resourceGroup ?? null,
    state: log.state,
    reason: log.code,
    detail: log.detail,
    state_seen_since: log.observedSinceAt?.toISOString() ?? null,
    logged_since: log.sinceOn,
    workspaces: listed(workspaces.map(({ name }) => name)),
    workspace_resource_ids: listed(workspaces.map(({ resourceId }) => resourceId)),
    newest_row_at: log.newestAt?.toISOString() ?? null,
    workspace_read_until: log.readUntilAt?.toISOString() ?? null,
    // Nothing is counted where all of it is missing.
    missing_days: log.sinceOn === null ? null : log.missingDays,
    without_a_row: listed(gaps.filter(({ neverRead }) => !neverRead).map(gapText)),
    never_read: listed(gaps.filter(({ neverRead }) => neverRead).map(gapText)),
  }
}
