// Long because every kind of audit row is a case. The queries, bound by Microsoft's own language service and run over rows
// written as Key Vault writes them.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compile } from '#e2e/azure/kql/compile.ts'
import { analyze, declareTables } from '#e2e/azure/kql/language-service.ts'
import { columnsOf, type Schema, type TableSchema } from '#e2e/azure/kql/schema.ts'
import type { Row } from '#e2e/azure/kql/values.ts'
import { logAnalyticsSchema } from '#e2e/azure/log-analytics/schema.ts'
import { resourceGraphSchema } from '#e2e/azure/resource-graph/schema.ts'
import { accessSummaryQuery, type OwnIdentity } from './access-summary-query.ts'
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

const own: OwnIdentity = { objectId: 'KEMPT-OID', applicationId: 'kempt-app' }

const schemas = new Map<string, Schema>()

/** One object for each choice of tables: a query is compiled once per schema. */
function schemaWith(names: readonly string[]): Schema {
  const tables = [specific, general].filter(({ name }) => names.includes(name))
  const key = tables.map(({ name }) => name).join()
  const schema = schemas.get(key) ?? { tables, tableNamesIgnoreCase: false, expandLimit: 128 }
  schemas.set(key, schema)
  return schema
}

function summarize(rows: Record<string, Row[]>, who: OwnIdentity | null = null) {
  const query = compile(accessSummaryQuery(from, to, who), schemaWith(Object.keys(rows)))
  const result = query.run({ rows: (table) => rows[table] ?? [], now: to })
  const found = result.rows.map((cells) =>
    Object.fromEntries(result.columns.map(({ name }, index) => [name, cells[index]])),
  )
  const of = (part: string) => found.filter((row) => row.part === part)
  return { calls: of('call'), callers: of('caller'), heard: of('heard') }
}

const binding = (text: string, tables: readonly TableSchema[]) =>
  analyze(text, declareTables(tables)).findings.filter(({ severity }) => severity === 'Error')

test.each([
  ['both tables', [specific, general]],
  ['only the resource-specific one', [specific]],
  ['only the general one', [general]],
  ['neither', []],
])('the summary is understood by a workspace with %s', (_, tables) => {
  expect(binding(accessSummaryQuery(from, to, own), tables)).toEqual([])
  expect(binding(accessSummaryQuery(from, to, null), tables)).toEqual([])
})

test('every query names tables and columns that are there', () => {
  expect(binding(accessSummaryQuery(from, to, null), logAnalyticsSchema.tables)).toEqual([])
  for (const query of Object.values(queries)) expect(binding(query, resourceGraphSchema.tables), query).toEqual([])
})

test('no other file of the product asks in KQL', () => {
  const asking = globSync('{app,components,lib}/**/*.{ts,tsx}').filter((path) => {
    if (/\.test\.tsx?$|generated\//.test(path)) return false
    return /\|\s*(where|project|summarize|extend)\s/.test(
      readFileSync(path, 'utf8').replaceAll(/^\s*(\/\/|\/?\*).*$/gm, ''),
    )
  })
  expect(asking.sort()).toEqual(['lib/azure/access-summary-query.ts', 'lib/azure/queries.ts'])
})

test('calls of one identity to one version from one address are one row a day, with its hours', () => {
  const { calls } = summarize({
    AZKVAuditLogs: [
      call(),
      call({ TimeGenerated: at('01T08:20:00'), Identity: { claim: { oid: 'oid-1', appid: 'app-1' } } }),
      call({ TimeGenerated: at('01T23:59:59') }),
      call({ TimeGenerated: at('02T00:00:00') }),
    ],
  })
  expect(calls).toMatchObject([
    {
      vault: vaultId,
      objectKind: 'secret',
      name: 'stripe-key',
      version,
      identity: 'oid-1',
      operation: 'SecretGet',
      outcome: 'ok',
      address: '10.0.0.1',
      calls: 3,
      hours: { 8: 2, 23: 1 },
      firstAt: '2026-11-01T08:00:00Z',
      lastAt: '2026-11-01T23:59:59Z',
    },
    { calls: 1, hours: { 0: 1 }, firstAt: '2026-11-02T00:00:00Z' },
  ])
})

test.each([
  ['address', { CallerIpAddress: '10.0.0.2' }],
  ['version', { Id: secretId.replace('8fbb', '9fbb') }],
  ['operation', { OperationName: 'SecretUpdate' }],
  ['outcome', { HttpStatusCode: 403 }],
  ['caller', { Identity: { claim: { oid: 'oid-2' } } }],
])('another %s is another row', (_, other) => {
  expect(summarize({ AZKVAuditLogs: [call(), call(other)] }).calls).toMatchObject([{ calls: 1 }, { calls: 1 }])
})

test('a caller is named once, by its latest call', () => {
  const claims = { oid: 'OID-1', appid: 'app-1' }
  const { callers } = summarize({
    AZKVAuditLogs: [
      call({ TimeGenerated: at('01T09:30:00'), Identity: { claim: { ...claims, upn: 'new@halden.example' } } }),
      call({ Identity: { claim: { ...claims, upn: 'old@halden.example' } } }),
      call({ Identity: { claim: { oid: 'oid-2', xms_mirid: '/S/ID-Shop', xms_az_rid: '/S/App-Shop' } } }),
    ],
  })
  expect(callers).toMatchObject([
    { identity: 'oid-1', appid: 'app-1', upn: 'new@halden.example', mirid: '', host: '' },
    { identity: 'oid-2', mirid: '/s/id-shop', host: '/s/app-shop' },
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
  const mixed = summarize({
    AzureDiagnostics: [row, { ...row, Category: 'AzurePolicyEvaluationDetails' }],
    AZKVAuditLogs: [call()],
  })
  expect(mixed.calls).toMatchObject([{ calls: 2 }])
  expect(mixed.heard).toMatchObject([{ calls: 2 }])
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
  expect(summarize({ AZKVAuditLogs: [call({ HttpStatusCode: status })] }).calls).toMatchObject([{ outcome }])
})

test.each([
  ['a sign-in challenge', { OperationName: 'Authentication', HttpStatusCode: 401, Identity: {} }],
  ['a look at the settings of the vault', { OperationName: 'VaultGet', Id: 'https://kv-orders.vault.azure.net/' }],
  ['a notice of Azure itself', { OperationName: 'SecretNearExpiryEventGridNotification', Identity: {} }],
  ['Resource Graph', { ClientInfo: 'AzureResourceGraph.IngestionWorkerService.global/1.2.3.4' }],
  ['a policy scan', { ClientInfo: 'PolicyScan-GF' }],
  ['the resource manager', { ClientInfo: 'azure-resource-manager/2.0' }],
])('%s says nothing about who uses a vault, only that its log arrives', (_, row) => {
  const { calls, callers, heard } = summarize({ AZKVAuditLogs: [call(row)] }, own)
  expect([...calls, ...callers]).toEqual([])
  expect(heard).toMatchObject([{ vault: vaultId, calls: 1, ownLastAt: null }])
})

test('what somebody changes through the resource manager is theirs', () => {
  const claims = {
    'http://schemas.microsoft.com/identity/claims/objectidentifier': 'OID-7',
    'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn': 'ana@halden.example',
    appid: 'portal',
  }
  const { calls, callers } = summarize({
    AZKVAuditLogs: [
      call({
        OperationName: 'VaultPatch',
        ClientInfo: 'azure-resource-manager/2.0',
        Id: 'https://kv-orders.vault.azure.net/',
        Identity: { claim: claims },
      }),
    ],
  })
  expect(calls).toMatchObject([{ operation: 'VaultPatch', objectKind: '', name: '', identity: 'oid-7' }])
  expect(callers).toMatchObject([{ identity: 'oid-7', upn: 'ana@halden.example' }])
})

test.each([
  ['by object id', { oid: 'kempt-oid', appid: 'other' }],
  ['by application id', { oid: 'other', appid: 'KEMPT-APP' }],
])('Kempt knows its own calls %s, and they are nobody’s use', (_, claim) => {
  const rows = {
    AZKVAuditLogs: [
      call({ OperationName: 'SecretList', Id: '', Identity: { claim } }),
      call({ TimeGenerated: at('01T10:00:00') }),
    ],
  }
  const { calls, heard } = summarize(rows, own)
  expect(calls).toMatchObject([{ operation: 'SecretGet' }])
  expect(heard).toMatchObject([{ calls: 2, ownLastAt: '2026-11-01T08:00:00Z', lastAt: '2026-11-01T10:00:00Z' }])
  expect(summarize(rows, null).calls).toHaveLength(2)
})

test('the day after is not this window’s', () => {
  expect(summarize({ AZKVAuditLogs: [call({ TimeGenerated: at('03T00:00:00') })] })).toEqual({
    calls: [],
    callers: [],
    heard: [],
  })
})

test.each([
  ['a list', { OperationName: 'SecretList', Id: '' }],
  [
    'an issuer',
    { OperationName: 'CertificateIssuerGet', Id: 'https://kv-orders.vault.azure.net/certificates/issuers/DigiCert' },
  ],
  ['an id that is none', { Id: 'not an address' }],
  ['an id of something else', { Id: 'https://kv-orders.vault.azure.net/storage/account-1' }],
])('%s is a call to the vault, and names no object', (_, row) => {
  expect(summarize({ AZKVAuditLogs: [call(row)] }).calls).toMatchObject([
    { objectKind: '', name: '', version: '', vault: vaultId },
  ])
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
])('%s is told apart', (_, row, expected) => {
  expect(summarize({ AZKVAuditLogs: [call(row)] }).calls).toMatchObject([expected])
})

test('a workspace without either table has no rows, and is no error', () => {
  expect(summarize({})).toEqual({ calls: [], callers: [], heard: [] })
})
