// Which diagnostic settings make an audit log. The built-in policy is content with any enabled log, so a setting that sends
// only AzurePolicyEvaluationDetails satisfies it. That category says nothing about who read what.
import type { DiagnosticSetting } from '#lib/domain/vault.ts'

/** Whether the audit events are switched on, by their own category or by a group that contains it. */
export const logsReads = ({ logs }: DiagnosticSetting): boolean =>
  logs.some(({ category, categoryGroup, enabled }) => {
    const group = categoryGroup?.toLowerCase()
    return enabled && (category?.toLowerCase() === 'auditevent' || group === 'audit' || group === 'alllogs')
  })

export const hasDestination = (setting: DiagnosticSetting): boolean =>
  Boolean(setting.workspaceId ?? setting.storageAccountId ?? setting.eventHubAuthorizationRuleId)

/** In order, for the words must not move. */
export const settingNames = (settings: readonly DiagnosticSetting[]): string[] =>
  settings.map(({ name }) => name).sort()
