// The access log of the whole run: every workspace is summed up once, and each vault asks for its own share.
import type { Azure } from '#lib/azure/azure.ts'
import type { LogWorkspace } from '#lib/azure/list-workspaces.ts'
import { summarizeAccess } from '#lib/azure/summarize-access.ts'
import type { Database } from '#lib/db/open-database.ts'
import type { AccessLog } from '#lib/domain/evidence.ts'
import { notRead, type Observed } from '#lib/domain/observed.ts'
import type { Policy } from '#lib/domain/policy.ts'
import type { DiagnosticSetting, Vault } from '#lib/domain/vault.ts'
import { recallReads } from './memory/recall-reads.ts'
import { rememberAccess } from './memory/remember-access.ts'

const dayMs = 86_400_000

/** The first run of a workspace looks this far back; the usual interactive retention is 30 days. */
const firstWindowDays = 30

/** Rows arrive late, so every run reads these days again and upserts them. */
const rereadDays = 2

type Window = { coveredFromAt: Date; coveredUntilAt: Date }

export type AccessLogs = {
  /** What the log tells about one vault; reads the vault's workspaces if nobody asked for them yet. */
  of(vault: Vault, diagnostics: Observed<readonly DiagnosticSetting[]>): Promise<Observed<AccessLog>>
  /** Workspaces that could not be read, with the reason. */
  failures(): string[]
}

export function openAccessLogs({
  db,
  azure,
  workspaces,
  vaultIds,
  capturedAt,
  policy,
}: {
  db: Database
  azure: Azure
  workspaces: readonly LogWorkspace[]
  /** Vault id by ARM id (lower case). */
  vaultIds: ReadonlyMap<string, number>
  capturedAt: Date
  policy: Policy
}): AccessLogs {
  const windowDays = longestStillReadDays(policy)
  const windows = new Map<string, Promise<Observed<Window>>>()
  const failures: string[] = []

  async function readWorkspace(workspace: LogWorkspace): Promise<Observed<Window>> {
    const known = await db.logWorkspace.findUnique({ where: { resourceId: workspace.resourceId } })
    const midnight = Math.floor(capturedAt.getTime() / dayMs) * dayMs
    // Whole days: a day is upserted as a sum, so half a day would overwrite a full one.
    const from = known
      ? new Date(Math.floor(known.coveredUntilAt.getTime() / dayMs) * dayMs - rereadDays * dayMs)
      : new Date(midnight - firstWindowDays * dayMs)
    const summary = await summarizeAccess(azure, workspace, from, capturedAt)
    if (summary.status !== 'read') {
      failures.push(`workspace ${workspace.name}: ${summary.reason.detail}`)
      return { status: 'not', reason: summary.reason }
    }
    const window = { coveredFromAt: known?.coveredFromAt ?? from, coveredUntilAt: capturedAt }
    await rememberAccess(db, workspace, summary.value, vaultIds, window)
    return { status: 'read', value: window }
  }

  const windowOf = (workspace: LogWorkspace) => {
    const started = windows.get(workspace.resourceId) ?? readWorkspace(workspace)
    windows.set(workspace.resourceId, started)
    return started
  }

  return {
    failures: () => failures,
    async of(vault, diagnostics) {
      if (diagnostics.status === 'not') {
        return notRead('not-asked', `where ${vault.name} logs to is unknown: ${diagnostics.reason.detail}`)
      }
      const targets = diagnostics.value.filter(logsAudit).flatMap(({ workspaceId }) => workspaceId ?? [])
      if (targets.length === 0) return notRead('not-logged', `${vault.name} sends no audit log to a workspace`)
      const reachable = workspaces.filter((workspace) => targets.includes(workspace.resourceId))
      if (reachable.length === 0) {
        return notRead('workspace-unreadable', `the workspace ${vault.name} logs to is not visible to Kempt`)
      }
      const seen = await Promise.all(reachable.map(windowOf))
      const good = seen.flatMap((window) => (window.status === 'not' ? [] : [window.value]))
      const vaultId = vaultIds.get(vault.resourceId)
      if (good.length === 0 || vaultId === undefined) {
        return seen.find((window) => window.status === 'not') ?? notRead('not-asked', `${vault.name} is not planned`)
      }
      const from = new Date(Math.min(...good.map(({ coveredFromAt }) => coveredFromAt.getTime())))
      const until = new Date(Math.max(...good.map(({ coveredUntilAt }) => coveredUntilAt.getTime())))
      const reads = await recallReads(db, vaultId, new Date(capturedAt.getTime() - windowDays * dayMs), capturedAt)
      if (!reads.firstRowAt) return notRead('not-logged', `no row of ${vault.name} has arrived in its workspace yet`)
      // A setting switched on yesterday proves nothing about last week: coverage begins with the vault's own first row.
      const coveredFromAt = reads.firstRowAt > from ? reads.firstRowAt : from
      return { status: 'read', value: { coveredFromAt, coveredUntilAt: until, reads: reads.reads } }
    },
  }
}

/** The log is read back as far as any part of the estate is judged by. */
const longestStillReadDays = ({ thresholds, overrides }: Policy) =>
  Math.max(thresholds.stillReadDays, ...overrides.map((override) => override.thresholds.stillReadDays ?? 0))

/** Whether a setting sends the audit log somewhere: the category itself or a group that contains it. */
const logsAudit = (setting: DiagnosticSetting) =>
  setting.logs.some(
    ({ category, categoryGroup, enabled }) =>
      enabled && (category === 'AuditEvent' || ['audit', 'allLogs'].includes(categoryGroup ?? '')),
  )
