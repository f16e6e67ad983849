import type { DiagnosticSetting } from '#lib/domain/vault.ts'

/** A setting that sends the audit events to a workspace, except what is said. */
export const aDiagnosticSetting = (said: Partial<DiagnosticSetting> = {}): DiagnosticSetting => ({
  name: 'audit',
  workspaceId: '/subscriptions/s/resourcegroups/rg-logs/providers/microsoft.operationalinsights/workspaces/logs',
  storageAccountId: null,
  eventHubAuthorizationRuleId: null,
  logs: [{ category: 'AuditEvent', categoryGroup: null, enabled: true }],
  ...said,
})
