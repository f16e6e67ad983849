// Who used which objects of the vaults that log to a workspace, day by day?
import { type LogsTable, LogsQueryResultStatus } from '@azure/monitor-query-logs'
import { type Observed, partlyRead, read, type UnreadReason } from '#lib/domain/observed.ts'
import { accessSummaryQuery } from './access-summary-query.ts'
import type { Azure } from './azure.ts'
import type { LogWorkspace } from './list-workspaces.ts'
import { type AccessSummaryRow, readAccessRow } from './rows/access-row.ts'
import { describeUnread, unreadReason } from './unread-reason.ts'

export type { AccessSummaryRow } from './rows/access-row.ts'

/** Log Analytics cuts off at 500,000 rows or 64 MB; half the window is asked for well before that. */
const mostRows = 400_000
const serverTimeoutInSeconds = 180
const dayMs = 86_400_000

/**
 * The summary for `from` (included) to `to` (not). A window too large for one answer is asked for in halves, split at
 * midnight UTC, down to single days. Part of the rows is `partly`; none is `read` only when the workspace says so.
 * `ownAppId` leaves out the calls of that application. Never throws for Azure's sake.
 */
export async function summarizeAccess(
  azure: Azure,
  workspace: LogWorkspace,
  from: Date,
  to: Date,
  { ownAppId = null }: { ownAppId?: string | null } = {},
): Promise<Observed<AccessSummaryRow[]>> {
  const whole = await askWindow(azure, workspace, from, to, ownAppId)
  const middle = midnightBetween(from, to)
  if (middle === null || !isTooLarge(whole)) return whole

  const earlier = await summarizeAccess(azure, workspace, from, middle, { ownAppId })
  const later = await summarizeAccess(azure, workspace, middle, to, { ownAppId })
  return joined(earlier, later)
}

function isTooLarge(observed: Observed<AccessSummaryRow[]>): boolean {
  if (observed.status === 'not') return observed.reason.code === 'timed-out'
  return (
    observed.value.length > mostRows || (observed.status === 'partly' && observed.reason.code !== 'malformed-answer')
  )
}

/** The midnight nearest the middle that lies inside the window; null for a window within one day. */
function midnightBetween(from: Date, to: Date): Date | null {
  const first = Math.floor(from.getTime() / dayMs) + 1
  const last = Math.ceil(to.getTime() / dayMs) - 1
  return first > last ? null : new Date(Math.ceil((first + last) / 2) * dayMs)
}

function joined(
  earlier: Observed<AccessSummaryRow[]>,
  later: Observed<AccessSummaryRow[]>,
): Observed<AccessSummaryRow[]> {
  if (earlier.status === 'not' && later.status === 'not') return earlier
  const rows = [earlier, later].flatMap((half) => (half.status === 'not' ? [] : [half.value])).flat()
  const [reason] = [earlier, later].flatMap((half) => (half.status === 'read' ? [] : [half.reason]))
  return reason ? partlyRead(rows, 'items', reason) : read(rows)
}

async function askWindow(
  azure: Azure,
  workspace: LogWorkspace,
  from: Date,
  to: Date,
  ownAppId: string | null,
): Promise<Observed<AccessSummaryRow[]>> {
  const about = `the access log in workspace ${workspace.name}`
  try {
    const answer = await azure.logs.queryWorkspace(
      workspace.customerId,
      accessSummaryQuery(from, to, ownAppId),
      { startTime: from, endTime: to },
      { serverTimeoutInSeconds },
    )
    if (answer.status === LogsQueryResultStatus.Success) return readTable(answer.tables, about, null)
    const evidence = `the workspace gave part of the rows (${answer.partialError.code})`
    return readTable(answer.partialTables, about, describeUnread('server-error', `all of ${about}`, evidence))
  } catch (failure) {
    return { status: 'not', reason: ofWorkspace(unreadReason(failure, about)) }
  }
}

/** For a workspace, not found means that the workspace itself is gone or was never this identity's to see. */
const ofWorkspace = (reason: UnreadReason): UnreadReason =>
  reason.code === 'not-found' ? { ...reason, code: 'workspace-unreadable' } : reason

function readTable(
  tables: readonly LogsTable[],
  about: string,
  partial: UnreadReason | null,
): Observed<AccessSummaryRow[]> {
  const table = tables.find(({ name }) => name === 'PrimaryResult')
  if (!table) {
    const reason = describeUnread('malformed-answer', about, 'the answer holds no table')
    return { status: 'not', reason: partial ?? reason }
  }
  const columns = table.columnDescriptors.map(({ name }) => name ?? '')
  const parsed = table.rows.map((cells) => readAccessRow(columns, cells))
  const rows = parsed.filter((row) => row !== null)
  if (partial) return partlyRead(rows, 'items', partial)
  if (rows.length === parsed.length) return read(rows)
  const evidence = `${parsed.length - rows.length} of ${parsed.length} rows cannot be understood`
  const reason = describeUnread('malformed-answer', `all of ${about}`, evidence)
  return rows.length > 0 ? partlyRead(rows, 'items', reason) : { status: 'not', reason }
}
