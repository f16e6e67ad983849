// Upserts what a workspace's log said: who called what on which day, and of which vaults anything was heard. Reading the same
// window twice changes nothing: what is known already is not touched.
import type { AccessSummary } from '#lib/azure/access-summary.ts'
import type { LogWorkspace } from '#lib/azure/list-workspaces.ts'
import { sql } from '#lib/db/open-database.ts'
import { rememberCallers } from './remember-callers.ts'
import { rememberCalls } from './remember-calls.ts'
import { rememberHeardDays } from './remember-heard-days.ts'
import type { Remember } from './while-ours.ts'

/** A window of the log; what came of it may be a part. */
export type LogWindow = { coveredFromAt: Date; coveredUntilAt: Date }

/**
 * Rows of vaults that are not in the inventory are left out: the log outlives deleted vaults. The watermark and the gap
 * before `window` move in the same transaction as the rows; with `watermark: 'stays'` the window will be read again.
 */
export async function rememberAccess(
  remember: Remember,
  workspace: LogWorkspace,
  summary: AccessSummary,
  vaultIds: ReadonlyMap<string, number>,
  {
    window,
    gap = null,
    watermark = 'moves',
  }: { window: LogWindow; gap?: LogWindow | null; watermark?: 'moves' | 'stays' },
): Promise<void> {
  const ofVaults = <Row extends { vaultResourceId: string }>(rows: readonly Row[]) =>
    rows.flatMap((row) => {
      const vaultId = vaultIds.get(row.vaultResourceId)
      return vaultId === undefined ? [] : [{ ...row, vaultId }]
    })
  const calls = ofVaults(summary.calls)
  await rememberCallers(remember, summary.callers, calls)
  await remember(async (tx) => {
    const { resourceId, customerId, name, retentionDays } = workspace
    const known = { customerId, name, retentionDays }
    const { id: workspaceId } = await tx.logWorkspace.upsert({
      where: { resourceId },
      // A workspace of which only a part ever came is covered up to where it begins: not at all.
      create: {
        resourceId,
        ...known,
        ...window,
        ...(watermark === 'stays' ? { coveredUntilAt: window.coveredFromAt } : {}),
      },
      update: watermark === 'moves' ? { ...known, coveredUntilAt: window.coveredUntilAt } : known,
    })
    if (gap) {
      await tx.$executeRaw(sql`
          insert into log_gap (workspace_id, from_at, to_at) values (${workspaceId}, ${gap.coveredFromAt}, ${gap.coveredUntilAt})
          on conflict (workspace_id, from_at) do update set to_at = excluded.to_at where log_gap.to_at < excluded.to_at`)
    }
    await rememberCalls(tx, calls)
    await rememberHeardDays(tx, workspaceId, ofVaults(summary.heard))
  })
}
