// The access log of the whole run: every workspace is summed up once, and each vault asks for its own share.
import type { OwnIdentity } from '#lib/azure/access-summary-query.ts'
import type { Azure } from '#lib/azure/azure.ts'
import type { LogWorkspace } from '#lib/azure/list-workspaces.ts'
import type { Database } from '#lib/db/open-database.ts'
import type { AccessLog } from '#lib/domain/evidence.ts'
import { notRead, type Observed, partlyRead, read } from '#lib/domain/observed.ts'
import type { Policy } from '#lib/domain/policy.ts'
import type { DiagnosticSetting, Vault } from '#lib/domain/vault.ts'
import { accessSpan } from '#lib/recall/access-span.ts'
import { placeOf } from '#lib/recall/access-moment.ts'
import { recallAccess } from '#lib/recall/recall-access.ts'
import { logsReads } from '#lib/rules/audit-settings.ts'
import { readWorkspace } from './read-workspace.ts'
import type { LogWindow } from './memory/remember-access.ts'
import type { Remember } from './memory/while-ours.ts'

export type AccessLogs = {
  /** What the log tells about one vault; reads the vault's workspaces if nobody asked for them yet. */
  of(vault: Vault, diagnostics: Observed<readonly DiagnosticSetting[]>): Promise<Observed<AccessLog>>
  /** Workspaces that could not be read, or not wholly, with the reason. */
  failures(): string[]
}

export function openAccessLogs({
  db,
  remember,
  azure,
  workspaces,
  vaultIds,
  capturedAt,
  policy,
  own,
}: {
  db: Database
  remember: Remember
  azure: Azure
  workspaces: readonly LogWorkspace[]
  /** Vault id by ARM id (lower case). */
  vaultIds: ReadonlyMap<string, number>
  capturedAt: Date
  policy: Policy
  own: OwnIdentity | null
}): AccessLogs {
  const span = accessSpan([policy])
  const windows = new Map<string, Promise<Observed<LogWindow>>>()
  const failures: string[] = []

  const windowOf = (workspace: LogWorkspace) => {
    const started = windows.get(workspace.resourceId)
    if (started) return started
    const reading = readWorkspace({ db, remember, azure, workspace, vaultIds, capturedAt, own }).then((window) => {
      if (window.status !== 'read') failures.push(`workspace ${workspace.name}: ${window.reason.detail}`)
      return window
    })
    windows.set(workspace.resourceId, reading)
    return reading
  }

  return {
    failures: () => failures,
    async of(vault, diagnostics) {
      if (diagnostics.status === 'not') {
        return notRead('not-asked', `where ${vault.name} logs to is unknown: ${diagnostics.reason.detail}`)
      }
      const targets = diagnostics.value.filter(logsReads).flatMap(({ workspaceId }) => workspaceId ?? [])
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
      const recalled = await recallAccess(db, [vaultId], [{ i: 0, at: capturedAt }], span)
      const access = recalled.get(placeOf(0, vaultId))
      const gap = seen.flatMap((window) => (window.status === 'read' ? [] : [window.reason]))[0]
      if (!access) {
        // Of a workspace that was read only in part, the vault's rows may be in the other part.
        return gap
          ? { status: 'not', reason: gap }
          : notRead('log-silent', `no row of ${vault.name} has arrived in its workspace yet`)
      }
      const coveredUntilAt = new Date(Math.max(...good.map((window) => window.coveredUntilAt.getTime())))
      const log = { ...access, coveredUntilAt }
      return gap ? partlyRead(log, 'items', gap) : read(log)
    },
  }
}
