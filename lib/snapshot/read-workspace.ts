// Reads what is new in the log of one workspace, and remembers it.
import type { OwnIdentity } from '#lib/azure/access-summary-query.ts'
import type { Azure } from '#lib/azure/azure.ts'
import type { LogWorkspace } from '#lib/azure/list-workspaces.ts'
import { summarizeAccess } from '#lib/azure/summarize-access.ts'
import type { Database } from '#lib/db/open-database.ts'
import { type Observed, partlyRead, read } from '#lib/domain/observed.ts'
import { type LogWindow, rememberAccess } from './memory/remember-access.ts'
import type { Remember } from './memory/while-ours.ts'

const dayMs = 86_400_000

/** The first run of a workspace looks this far back, as far as its rows are kept; a quarter decides what is unused. */
const firstWindowDays = 90

/** The usual interactive retention of a workspace, where Azure does not say. */
const usualRetentionDays = 30

/** Rows arrive late, so every run reads these days again and upserts them. */
const rereadDays = 2

/**
 * What the workspace is covered from and until now. Read in part, what came is remembered and the window is read again next
 * time. Throws only when the database does.
 */
export async function readWorkspace({
  db,
  remember,
  azure,
  workspace,
  vaultIds,
  capturedAt,
  own,
}: {
  db: Database
  remember: Remember
  azure: Azure
  workspace: LogWorkspace
  vaultIds: ReadonlyMap<string, number>
  capturedAt: Date
  own: OwnIdentity | null
}): Promise<Observed<LogWindow>> {
  const known = await db.logWorkspace.findUnique({ where: { resourceId: workspace.resourceId } })
  const { from, gap } = windowToRead(known, workspace.retentionDays, capturedAt)
  const summary = await summarizeAccess(azure, workspace, from, capturedAt, { own })
  if (summary.status === 'not') return { status: 'not', reason: summary.reason }
  const window = { coveredFromAt: from, coveredUntilAt: capturedAt }
  const watermark = summary.status === 'read' ? 'moves' : 'stays'
  await rememberAccess(remember, workspace, summary.value, vaultIds, { window, gap, watermark })
  const covered = { coveredFromAt: known?.coveredFromAt ?? from, coveredUntilAt: capturedAt }
  return summary.status === 'read' ? read(covered) : partlyRead(covered, summary.missing, summary.reason)
}

/**
 * From which midnight (UTC) on to read: a day is upserted as a sum, so half a day would be less than what is known. Rows older
 * than the workspace keeps them cannot be read any more: what was not read by then is a gap for ever.
 */
export function windowToRead(
  known: { coveredUntilAt: Date } | null,
  retentionDays: number | null,
  capturedAt: Date,
): { from: Date; gap: LogWindow | null } {
  if (!known)
    return { from: oldestWhole(capturedAt, Math.min(firstWindowDays, retentionDays ?? usualRetentionDays)), gap: null }
  const wanted = daysBefore(known.coveredUntilAt, rereadDays)
  const oldest = retentionDays === null ? wanted : oldestWhole(capturedAt, retentionDays)
  if (wanted >= oldest) return { from: wanted, gap: null }
  const isLost = known.coveredUntilAt < oldest
  return { from: oldest, gap: isLost ? { coveredFromAt: known.coveredUntilAt, coveredUntilAt: oldest } : null }
}

/** Rows are kept to the instant, so the day they begin in is there only in part. */
const oldestWhole = (capturedAt: Date, keptDays: number) => daysBefore(capturedAt, keptDays - 1)

const daysBefore = (at: Date, days: number) => new Date((Math.floor(at.getTime() / dayMs) - days) * dayMs)
