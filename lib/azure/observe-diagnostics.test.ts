import { expect, test } from 'vitest'
import { observeDiagnostics } from './observe-diagnostics.ts'
import { scriptedAzure, vault } from './testing/scripted-azure.ts'

test('a setting is read with its destinations in lower case and what is not set as null', async () => {
  const properties = {
    workspaceId: '/subscriptions/S/resourceGroups/RG/providers/Microsoft.OperationalInsights/workspaces/LAW',
    storageAccountId: '',
    logs: [
      { category: 'AuditEvent', categoryGroup: null, enabled: true, retentionPolicy: { enabled: false, days: 0 } },
      { categoryGroup: 'allLogs', enabled: false },
    ],
    metrics: [],
  }
  const { azure, sent } = scriptedAzure(() => ({ body: { value: [{ name: 'to-law', properties }] } }))
  expect(await observeDiagnostics(azure, vault)).toEqual({
    status: 'read',
    value: [
      {
        name: 'to-law',
        workspaceId: '/subscriptions/s/resourcegroups/rg/providers/microsoft.operationalinsights/workspaces/law',
        storageAccountId: null,
        eventHubAuthorizationRuleId: null,
        logs: [
          { category: 'AuditEvent', categoryGroup: null, enabled: true },
          { category: null, categoryGroup: 'allLogs', enabled: false },
        ],
      },
    ],
  })
  expect(sent[0]?.url.href).toBe(
    `https://management.azure.com${vault.resourceId}/providers/Microsoft.Insights/diagnosticSettings?api-version=2021-05-01-preview`,
  )
})

test('no settings is an answer; a refusal is not', async () => {
  const none = scriptedAzure(() => ({ body: { value: [] } }))
  expect(await observeDiagnostics(none.azure, vault)).toEqual({ status: 'read', value: [] })
  const refused = scriptedAzure(() => ({ status: 403, body: { error: { code: 'AuthorizationFailed' } } }))
  expect(await observeDiagnostics(refused.azure, vault)).toMatchObject({ status: 'not', reason: { code: 'forbidden' } })
})
