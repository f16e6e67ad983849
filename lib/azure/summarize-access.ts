// Who used what in the vaults that log to a workspace, day by day?
import { type LogsTable, LogsQueryResultStatus } from '@azure/monitor-query-logs'
import { notRead, type Observed, partlyRead, read, type UnreadReason } from '#lib/domain/observed.ts'
import { type AccessSummary, joinSummaries, summaryOf } from './access-summary.ts'
import { accessSummaryQuery, type OwnIdentity } from './access-summary-query.ts'
import type { Azure } from './azure.ts'
import type { LogWorkspace } from './list-workspaces.ts'
import { readSummaryRow } from './rows/access-row.ts'
import { AzureFailure } from './wire/azure-failure.ts'
import { describeUnread, unreadReason } from './unread-reason.ts'

/** Log Analytics cuts off at 500,000 rows or 64 MB; half the window is asked for well before that. */
const mostRows = 400_000
const serverTimeoutInSeconds = 180
const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** A workspace that answers not even smaller questions in time is not asked for hours. */
const mostTimeoutsInARow = 4

/** Nor is one that gives only a part of hour after hour: a quarter has two thousand of them. */
const mostHoursInPartInARow = 4

/** What came for one window, and whether asking for less at a time could bring more. */
type Answer = { observed: Observed<AccessSummary>; smallerHelps: boolean }

/**
 * The summary for `from` (included) to `to` (not). A window too large for one answer, or answered in part, is asked for in
 * halves: split at midnight UTC, then at full hours, down to single ones. Part of the rows is `partly`; none is `read` only
 * when the workspace says so. `own` tells Kempt's own calls apart. Never throws for Azure's sake.
 */
export function summarizeAccess(
  azure: Azure,
  workspace: LogWorkspace,
  from: Date,
  to: Date,
  { own = null }: { own?: OwnIdentity | null } = {},
): Promise<Observed<AccessSummary>> {
  let timeoutsInARow = 0
  let hoursInPartInARow = 0
  const summarize = async (from: Date, to: Date): Promise<Observed<AccessSummary>> => {
    const { observed, smallerHelps } = await askWindow(azure, workspace, from, to, own)
    const isLate = observed.status === 'not' && observed.reason.code === 'timed-out'
    timeoutsInARow = isLate ? timeoutsInARow + 1 : 0
    const middle = splitBetween(from, to)
    if (observed.status === 'read') hoursInPartInARow = 0
    else if (middle === null && smallerHelps) hoursInPartInARow += 1
    if (middle === null || !smallerHelps || timeoutsInARow >= mostTimeoutsInARow) return observed
    // What is left is asked for once, as it is: the first of it that comes whole is reason to look closely again.
    if (hoursInPartInARow >= mostHoursInPartInARow) return observed
    const earlier = await summarize(from, middle)
    // Given up: what came before is kept, and what was not asked any more is missing for the same reason.
    return timeoutsInARow >= mostTimeoutsInARow ? earlier : joined(earlier, await summarize(middle, to))
  }
  return summarize(from, to)
}

/** The midnight nearest the middle that lies inside the window, else the full hour; null for a window within one hour. */
function splitBetween(from: Date, to: Date): Date | null {
  for (const unitMs of [dayMs, hourMs]) {
    const first = Math.floor(from.getTime() / unitMs) + 1
    const last = Math.ceil(to.getTime() / unitMs) - 1
    if (first <= last) return new Date(Math.ceil((first + last) / 2) * unitMs)
  }
  return null
}

function joined(earlier: Observed<AccessSummary>, later: Observed<AccessSummary>): Observed<AccessSummary> {
  if (earlier.status === 'not') return later.status === 'not' ? earlier : asPart(later.value, earlier.reason)
  if (later.status === 'not') return asPart(earlier.value, later.reason)
  const value = joinSummaries(earlier.value, later.value)
  const reason = reasonOf(earlier) ?? reasonOf(later)
  return reason ? asPart(value, reason) : read(value)
}

const reasonOf = (observed: Observed<unknown>) => (observed.status === 'read' ? null : observed.reason)

const asPart = (value: AccessSummary, reason: UnreadReason) => partlyRead(value, 'items', reason)

async function askWindow(
  azure: Azure,
  workspace: LogWorkspace,
  from: Date,
  to: Date,
  own: OwnIdentity | null,
): Promise<Answer> {
  const about = `the access log in workspace ${workspace.name}`
  try {
    const answer = await azure.logs.queryWorkspace(
      workspace.customerId,
      accessSummaryQuery(from, to, own),
      { startTime: from, endTime: to },
      { serverTimeoutInSeconds },
    )
    if (answer.status === LogsQueryResultStatus.Success) {
      const observed = readTable(answer.tables, about, null)
      return { observed, smallerHelps: observed.status === 'read' && observed.value.calls.length > mostRows }
    }
    const evidence = `the workspace gave part of the rows (${answer.partialError.code})`
    const reason = describeUnread('server-error', `all of ${about}`, evidence)
    return { observed: readTable(answer.partialTables, about, reason), smallerHelps: true }
  } catch (failure) {
    const reason = ofWorkspace(unreadReason(failure, about))
    return { observed: { status: 'not', reason }, smallerHelps: reason.code === 'timed-out' || isTooLarge(failure) }
  }
}

/** A refusal for the size of the answer or for what the query used up; a query that is wrong is wrong for an hour as well. */
const isTooLarge = (failure: unknown) =>
  failure instanceof AzureFailure &&
  failure.status !== 429 &&
  (failure.status === 413 || /too_?large|runaway|low_memory|exceeded/i.test(`${failure.code} ${failure.said}`))

/** For a workspace, not found means that the workspace itself is gone or was never this identity's to see. */
const ofWorkspace = (reason: UnreadReason): UnreadReason =>
  reason.code === 'not-found' ? { ...reason, code: 'workspace-unreadable' } : reason

function readTable(tables: readonly LogsTable[], about: string, partial: UnreadReason | null): Observed<AccessSummary> {
  const table = tables.find(({ name }) => name === 'PrimaryResult')
  if (!table) {
    if (partial) return { status: 'not', reason: partial }
    return notReadFrom(describeUnread('malformed-answer', about, 'the answer holds no table'))
  }
  const columns = table.columnDescriptors.map(({ name }) => name ?? '')
  const parsed = table.rows.map((cells) => readSummaryRow(columns, cells))
  const understood = parsed.filter((row) => row !== null)
  const summary = summaryOf(understood)
  if (partial) return asPart(summary, partial)
  if (understood.length === parsed.length) return read(summary)
  const evidence = `${parsed.length - understood.length} of ${parsed.length} rows cannot be understood`
  const reason = describeUnread('malformed-answer', `all of ${about}`, evidence)
  return understood.length > 0 ? asPart(summary, reason) : notReadFrom(reason)
}

const notReadFrom = ({ code, detail }: UnreadReason) => notRead(code, detail)
