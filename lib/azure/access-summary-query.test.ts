// Long because every kind of audit row is a case. The queries, bound by Microsoft's own language service and run over rows
// written as Key Vault writes them.
import { expect, test } from 'vitest'
import { compile } from '#e2e/azure/kql/compile.ts'
import { analyze, declareTables } from '#e2e/azure/kql/language-service.ts'
import { columnsOf, type TableSchema } from '#e2e/azure/kql/schema.ts'
import type { Row } from '#e2e/azure/kql/values.ts'
import { logAnalyticsSchema } from '#e2e/azure/log-analytics/schema.ts'
import { resourceGraphSchema } from '#e2e/azure/resource-graph/schema.ts'
import { accessSummaryQuery } from './access-summary-query.ts'
import * as queries from './queries.ts'

const specific: TableSchema = {
  name: 'AZKVAuditLogs',
  columns: columnsOf({
    TimeGenerated: 'datetime',
    OperationName: 'string',
    Id: 'string',
    HttpStatusCode: 'int',
    CallerIpAddress: 'string',
    ClientInfo: 'string',
    _ResourceId: 'string',
    Identity: 'dynamic',
  }),
}

/** AzureDiagnostics has a column only after a row used it: here no managed identity ever called. */
const general: TableSchema = {
  name: 'AzureDiagnostics',
  columns: columnsOf({
    TimeGenerated: 'datetime',
    OperationName: 'string',
    ResourceProvider: 'string',
    Category: 'string',
    ResourceId: 'string',
    id_s: 'string',
    httpStatusCode_d: 'real',
    CallerIPAddress: 'string',
    clientInfo_s: 'string',
    identity_claim_oid_g: 'string',
    identity_claim_appid_g: 'string',
    identity_claim_upn_s: 'string',
  }),
}

const from = new Date('2026-11-01T00:00:00Z')
const to = new Date('2026-11-03T00:00:00Z')
const vaultId = '/subscriptions/s/resourcegroups/rg/providers/microsoft.keyvault/vaults/kv-orders'
const version = '8fbb0accbfbe4ee4b025649ebabae465'
const secretId = `https://kv-orders.vault.azure.net/secrets/Stripe-Key/${version}`

const at = (text: string) => Date.parse(`2026-11-${text}Z`)
const call = (more: Row = {}): Row => ({
  TimeGenerated: at('01T08:00:00'),
  OperationName: 'SecretGet',
  Id: secretId,
  HttpStatusCode: 200,
  CallerIpAddress: '10.0.0.1',
  ClientInfo: 'azsdk-net',
  _ResourceId: vaultId,
  Identity: { claim: { oid: 'OID-1', appid: 'app-1' } },
  ...more,
})

function summarize(rows: Record<string, Row[]>, ownAppId: string | null = null) {
  const tables = [specific, general].filter(({ name }) => name in rows)
  const query = compile(accessSummaryQuery(from, to, ownAppId), {
    tables,
    tableNamesIgnoreCase: false,
    expandLimit: 128,
  })
  const result = query.run({ rows: (table) => rows[table] ?? [], now: to })
  return result.rows.map((cells) => Object.fromEntries(result.columns.map(({ name }, index) => [name, cells[index]])))
}

const binding = (text: string, tables: readonly TableSchema[]) =>
  analyze(text, declareTables(tables)).findings.filter(({ severity }) => severity === 'Error')

test.each([
  ['both tables', [specific, general]],
  ['only the resource-specific one', [specific]],
  ['only the general one', [general]],
  ['neither', []],
])('the summary is understood by a workspace with %s', (_, tables) => {
  expect(binding(accessSummaryQuery(from, to, 'app-0'), tables)).toEqual([])
})

test('every query names tables and columns that are there', () => {
  expect(binding(accessSummaryQuery(from, to, null), logAnalyticsSchema.tables)).toEqual([])
  for (const query of Object.values(queries)) expect(binding(query, resourceGraphSchema.tables), query).toEqual([])
})

test('calls of one identity to one version are one row a day, under its latest name', () => {
  const summary = summarize({
    AZKVAuditLogs: [
      call({ Identity: { claim: { oid: 'OID-1', appid: 'app-1', upn: 'old@halden.example' } } }),
      call({
        TimeGenerated: at('01T09:30:00'),
        CallerIpAddress: '10.0.0.2',
        Identity: { claim: { oid: 'oid-1', appid: 'app-2', upn: 'new@halden.example' } },
      }),
      call({ TimeGenerated: at('02T01:00:00') }),
    ],
  })
  expect(summary).toMatchObject([
    {
      day: '2026-11-01T00:00:00Z',
      vault: vaultId,
      objectKind: 'secret',
      name: 'stripe-key',
      version,
      identity: 'oid-1',
      upn: 'new@halden.example',
      operation: 'SecretGet',
      outcome: 'ok',
      calls: 2,
      addresses: 2,
      firstAt: '2026-11-01T08:00:00Z',
      lastAt: '2026-11-01T09:30:00Z',
    },
    { day: '2026-11-02T00:00:00Z', calls: 1 },
  ])
})

test('both tables give the same columns', () => {
  const row = {
    TimeGenerated: at('01T08:00:00'),
    OperationName: 'SecretGet',
    ResourceProvider: 'MICROSOFT.KEYVAULT',
    Category: 'AuditEvent',
    ResourceId: vaultId.toUpperCase(),
    id_s: secretId,
    httpStatusCode_d: 200,
    CallerIPAddress: '10.0.0.1',
    clientInfo_s: 'azsdk-net',
    identity_claim_oid_g: 'OID-1',
    identity_claim_appid_g: 'app-1',
    identity_claim_upn_s: '',
  }
  expect(summarize({ AzureDiagnostics: [row] })).toEqual(summarize({ AZKVAuditLogs: [call()] }))
  expect(
    summarize({
      AzureDiagnostics: [row, { ...row, Category: 'AzurePolicyEvaluationDetails' }],
      AZKVAuditLogs: [call()],
    }),
  ).toMatchObject([{ calls: 2 }])
})

test.each([
  [200, 'ok'],
  [201, 'ok'],
  [401, 'denied'],
  [403, 'denied'],
  [404, 'missing'],
  [429, 'throttled'],
  [409, 'error'],
  [500, 'error'],
])('status %s is %s, whatever the result says', (status, outcome) => {
  expect(summarize({ AZKVAuditLogs: [call({ HttpStatusCode: status })] })).toMatchObject([{ outcome }])
})

test.each([
  ['a list', { OperationName: 'SecretList', Id: '' }],
  ['a sign-in challenge', { OperationName: 'Authentication', HttpStatusCode: 401 }],
  ['the vault itself', { OperationName: 'VaultGet', Id: 'https://kv-orders.vault.azure.net/' }],
  [
    'an issuer',
    { OperationName: 'CertificateIssuerGet', Id: 'https://kv-orders.vault.azure.net/certificates/issuers/DigiCert' },
  ],
  ['Resource Graph', { ClientInfo: 'AzureResourceGraph.IngestionWorkerService.global/1.2.3.4' }],
  ['a policy scan', { ClientInfo: 'PolicyScan-GF' }],
  ['the resource manager', { ClientInfo: 'azure-resource-manager/2.0' }],
  ['Kempt', { Identity: { claim: { oid: 'o', appid: 'kempt' } } }],
  ['the day after', { TimeGenerated: at('03T00:00:00') }],
])('%s says nothing about who uses an object', (_, row) => {
  expect(summarize({ AZKVAuditLogs: [call(row)] }, 'kempt')).toEqual([])
})

test.each([
  [
    'a key',
    { OperationName: 'KeySign', Id: `https://kv-orders.vault.azure.net/keys/K1/${version}` },
    { objectKind: 'key', name: 'k1', version },
  ],
  [
    'a deleted secret',
    { OperationName: 'SecretPurge', Id: 'https://kv-orders.vault.azure.net/deletedsecrets/a' },
    { objectKind: 'secret', name: 'a', version: '' },
  ],
  [
    'a certificate policy',
    { OperationName: 'CertificatePolicyGet', Id: 'https://kv-orders.vault.azure.net/certificates/c/policy' },
    { objectKind: 'certificate', name: 'c', version: '' },
  ],
  ['nobody', { Identity: {} }, { identity: 'unknown' }],
  ['an application without object id', { Identity: { claim: { appid: 'APP-9' } } }, { identity: 'app-9' }],
  [
    'a managed identity',
    { Identity: { claim: { oid: 'o', xms_mirid: '/x/Sites/orders-api' } } },
    { mirid: '/x/Sites/orders-api' },
  ],
])('%s is told apart', (_, row, expected) => {
  expect(summarize({ AZKVAuditLogs: [call(row)] })).toMatchObject([expected])
})

test('a workspace without either table has no rows, and is no error', () => {
  expect(summarize({})).toEqual([])
})
