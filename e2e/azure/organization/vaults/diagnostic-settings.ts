// Where a vault's audit log goes at an instant: mostly to a workspace, sometimes nowhere, sometimes only seemingly.
import { workspaceOf } from '../company/workspaces.ts'
import type { DiagnosticSetting, Workspace } from '../organization.ts'
import { dayMs, runningSince } from '../rhythm.ts'
import { fraction, seedOf } from '../seeded-random.ts'
import type { Blueprint } from './blueprints.ts'
import type { Traits } from './traits.ts'

export function diagnosticSettings(
  seed: string,
  { blueprint, traits, workspaces }: { blueprint: Blueprint; traits: Traits; workspaces: readonly Workspace[] },
  at: number,
): DiagnosticSetting[] {
  const draw = seedOf(seed, 'diagnostics', blueprint.slot)
  const workspace = workspaceOf(workspaces, blueprint.application.team.unit)
  const toWorkspace = (logs: DiagnosticSetting['logs']): DiagnosticSetting => ({
    name: 'audit-to-workspace',
    workspaceId: workspace.id,
    storageAccountId: null,
    logs,
    destinationType: workspace.table === 'AZKVAuditLogs' ? 'Dedicated' : null,
  })
  const audit = auditLogs[Math.floor(fraction(draw, 1) * auditLogs.length)] ?? []

  switch (traits.logging) {
    case 'none':
      return []
    case 'switched':
      return isSwitchedOff(draw, at) ? [] : [toWorkspace(audit)]
    // Passes Azure's own policy, yet nobody's access is written down.
    case 'policy-only':
      return [toWorkspace([{ category: 'AzurePolicyEvaluationDetails', enabled: true }])]
    case 'storage-only':
      return [toStorage(blueprint)]
    case 'workspace':
      return [toWorkspace(audit), ...(fraction(draw, 2) < 0.15 ? [toStorage(blueprint)] : [])]
  }
}

const auditLogs: DiagnosticSetting['logs'][] = [
  [{ categoryGroup: 'audit', enabled: true }],
  [{ categoryGroup: 'allLogs', enabled: true }],
  [
    { category: 'AuditEvent', enabled: true },
    { category: 'AzurePolicyEvaluationDetails', enabled: false },
  ],
]

/** Off for 45 days out of 140, changing at midnight. */
function isSwitchedOff(draw: { high: number; low: number }, at: number): boolean {
  const phaseMs = Math.floor(fraction(draw, 3) * 140) * dayMs
  return runningSince({ everyMs: 140 * dayMs, lastsMs: 45 * dayMs, phaseMs }, at) !== null
}

const toStorage = (blueprint: Blueprint): DiagnosticSetting => ({
  name: 'archive',
  workspaceId: null,
  storageAccountId: `/subscriptions/${blueprint.subscription.id}/resourceGroups/rg-archive/providers/Microsoft.Storage/storageAccounts/stauditarchive${blueprint.region.code}`,
  logs: [{ categoryGroup: 'audit', enabled: true }],
  destinationType: null,
})

/** Whether a setting brings the audit log to the workspace with that ARM id. */
export const bringsAuditTo = (setting: DiagnosticSetting, workspaceId: string) =>
  setting.workspaceId?.toLowerCase() === workspaceId.toLowerCase() &&
  setting.logs.some(
    ({ category, categoryGroup, enabled }) =>
      enabled && (category === 'AuditEvent' || categoryGroup === 'audit' || categoryGroup === 'allLogs'),
  )
