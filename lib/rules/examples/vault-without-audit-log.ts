import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import { aDiagnosticSetting } from './a-diagnostic-setting.ts'
import type { Example } from './example.ts'

const group = (categoryGroup: string) => [{ category: null, categoryGroup, enabled: true }]
const category = (name: string, enabled = true) => [{ category: name, categoryGroup: null, enabled }]
const sends = (logs: ReturnType<typeof category> | ReturnType<typeof group>) => read([aDiagnosticSetting({ logs })])
const nowhere = { workspaceId: null, storageAccountId: null, eventHubAuthorizationRuleId: null }

export const examples: readonly Example[] = [
  {
    says: 'audit events in a workspace are an audit log',
    given: { diagnostics: sends(category('AuditEvent')) },
    verdict: 'pass',
    because: 'Audit events are sent by audit.',
  },
  { says: 'the audit group contains them', given: { diagnostics: sends(group('audit')) }, verdict: 'pass' },
  { says: 'so does the group of all logs', given: { diagnostics: sends(group('allLogs')) }, verdict: 'pass' },
  {
    says: 'a storage account is a place to keep them',
    given: { diagnostics: read([aDiagnosticSetting({ ...nowhere, storageAccountId: '/subscriptions/s/…/logs' })]) },
    verdict: 'pass',
  },
  {
    says: 'one good setting among others is enough',
    given: {
      diagnostics: read([
        aDiagnosticSetting({ name: 'metrics', logs: [] }),
        aDiagnosticSetting({ name: 'to-workspace' }),
      ]),
    },
    verdict: 'pass',
    because: 'Audit events are sent by to-workspace.',
  },
  {
    says: 'a vault without any setting keeps no log',
    given: { diagnostics: read([]) },
    verdict: 'fail',
    because: 'Has no diagnostic setting.',
  },
  {
    says: 'the log of policy evaluations says nothing about reads',
    given: { diagnostics: sends(category('AzurePolicyEvaluationDetails')) },
    verdict: 'fail',
    because: 'Its diagnostic settings leave the audit events out.',
  },
  {
    says: 'a category that is switched off is not sent',
    given: { diagnostics: sends(category('AuditEvent', false)) },
    verdict: 'fail',
  },
  {
    says: 'events that go nowhere are not kept',
    given: { diagnostics: read([aDiagnosticSetting(nowhere)]) },
    verdict: 'fail',
    because: 'Audit events are switched on but sent nowhere.',
  },
  {
    says: 'settings that could not be read prove neither',
    given: { diagnostics: notRead('forbidden', 'AuthorizationFailed') },
    verdict: 'unknown',
    because: 'The diagnostic settings were not read: Azure refused without saying why.',
  },
  {
    says: 'settings that were read only in part prove neither',
    given: {
      diagnostics: partlyRead([aDiagnosticSetting()], 'items', { code: 'server-error', detail: '500 on page 2' }),
    },
    verdict: 'unknown',
  },
]
