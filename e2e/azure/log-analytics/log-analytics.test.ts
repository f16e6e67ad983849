// Long because every rule of the service, and every way it says no, is one short case.
import { beforeAll, expect, test } from 'vitest'
import type { Access } from '../organization/organization.ts'
import { dedicated, sampleAzure, shared, vaults } from '../resource-graph/sample-azure.ts'
import type { Azure, AzureResponse } from '../imitated-service.ts'
import { createLogAnalytics } from './log-analytics.ts'

const audience = 'https://api.loganalytics.io'
const application = {
  kind: 'managed-identity' as const,
  objectId: '0a0a0a0a-0000-0000-0000-000000000001',
  applicationId: '0b0b0b0b-0000-0000-0000-000000000001',
  resourceId: '/subscriptions/s/resourceGroups/RG/providers/Microsoft.Web/sites/app-pay',
}
const ada = {
  kind: 'user' as const,
  objectId: '0c0c0c0c-0000-0000-0000-000000000001',
  userPrincipalName: 'ada@sample.example',
}
const version = '0123456789abcdef0123456789abcdef'

function access(at: string, more: Partial<Access> = {}): Access {
  return {
    at: new Date(at),
    vault: vaults.pay,
    operation: 'SecretGet',
    object: { kind: 'secret', name: 'stripe-key', version },
    httpStatus: 200,
    caller: application,
    address: '20.1.2.3',
    clientInfo: 'azsdk-net',
    durationMs: 12,
    description: null,
    ...more,
  }
}

const dedicatedCalls = [
  access('2026-11-20T09:00:00Z'),
  access('2026-11-22T08:00:00Z'),
  access('2026-11-22T08:00:01Z', { httpStatus: 404, description: 'A secret with (name/id) stripe-key was not found' }),
  access('2026-11-22T08:00:02Z', { operation: 'SecretList', object: null, caller: ada }),
  access('2026-11-22T08:00:03Z', { operation: 'Authentication', object: null, caller: null, httpStatus: 401 }),
  access('2026-11-22T08:00:04Z', {
    operation: 'VaultGet',
    object: null,
    caller: ada,
    clientInfo: 'azure-resource-manager/2.0',
  }),
  access('2026-11-22T08:00:05Z', {
    operation: 'SecretList',
    object: null,
    httpStatus: 403,
    description: 'Client address (20.1.2.3) is not authorized and caller is not a trusted service',
  }),
  access('2026-11-22T08:00:06Z', {
    operation: 'SecretNearExpiryEventGridNotification',
    caller: null,
    address: '',
    clientInfo: '',
  }),
  access('2026-11-22T11:55:00Z', { durationMs: 99 }),
]
const sharedCalls = [
  access('2026-11-22T07:00:00Z', { vault: vaults.core }),
  access('2026-11-22T07:00:01Z', {
    vault: vaults.core,
    httpStatus: 403,
    description: 'The user, group or application does not have secrets get permission',
  }),
]

const sample = await sampleAzure((workspace) => (workspace === dedicated.customerId ? dedicatedCalls : sharedCalls))
let authorization = ''
beforeAll(async () => {
  authorization = await sample.bearer(audience)
})

/** A token for an Azure of its own: each signs with its own keys. */
const bearerOf = async ({ tokens, organization: { tenantId, kemptIdentity } }: Azure) =>
  `Bearer ${await tokens.sign({ aud: audience, tid: tenantId, oid: kemptIdentity.objectId, appid: kemptIdentity.applicationId }, 3600)}`

type Options = { path?: string; headers?: Record<string, string>; method?: string; body?: string }

async function ask(
  body: object,
  options: Options = {},
  service = createLogAnalytics(),
  azure = sample.azure,
): Promise<AzureResponse> {
  return service.answer(
    {
      method: options.method ?? 'POST',
      url: new URL(`https://api.loganalytics.io${options.path ?? `/v1/workspaces/${dedicated.customerId}/query`}`),
      headers: { authorization, 'content-type': 'application/json', ...options.headers },
      body: options.body ?? JSON.stringify(body),
      address: '127.0.0.1',
    },
    azure,
  )
}

async function rows(query: string, workspace = dedicated, timespan = 'P1D', azure = sample.azure): Promise<unknown> {
  const path = `/v1/workspaces/${workspace.customerId}/query`
  const headers = { authorization: await bearerOf(azure) }
  const { status, body } = await ask({ query, timespan }, { path, headers }, createLogAnalytics(), azure)
  expect({ status, body }).toMatchObject({ status: 200 })
  return body && typeof body === 'object' && 'tables' in body && Array.isArray(body.tables) ? body.tables[0].rows : body
}

test('both hosts are answered for', () => {
  const service = createLogAnalytics()
  expect(service.answersFor('api.loganalytics.io', '/v1/workspaces/x/query')).toBe(true)
  expect(service.answersFor('api.loganalytics.azure.com', '/v1/workspaces/x/query')).toBe(true)
  expect(service.answersFor('management.azure.com', '/v1/workspaces/x/query')).toBe(false)
})

test('an answer is one table, instants as text, dynamic cells as JSON text', async () => {
  const query =
    'AZKVAuditLogs | where OperationName == "SecretGet" | take 1 | project TimeGenerated, HttpStatusCode, Identity, Nsp'
  expect((await ask({ query, timespan: 'P1D' })).body).toEqual({
    tables: [
      {
        name: 'PrimaryResult',
        columns: [
          { name: 'TimeGenerated', type: 'datetime' },
          { name: 'HttpStatusCode', type: 'int' },
          { name: 'Identity', type: 'dynamic' },
          { name: 'Nsp', type: 'dynamic' },
        ],
        rows: [['2026-11-22T08:00:00Z', 200, expect.stringContaining('"xms_mirid":"/subscriptions/s/'), null]],
      },
    ],
  })
})

test('the version is in the id of a read that succeeded, not of one that found nothing; a list has no id', async () => {
  const id = 'https://kv-pay.vault.azure.net/secrets/stripe-key'
  expect(
    await rows(
      'AZKVAuditLogs | where OperationName in ("SecretGet", "SecretList") | project Id, HttpStatusCode, ResultType, ResultSignature',
    ),
  ).toEqual([
    [`${id}/${version}`, 200, 'Success', 'OK'],
    [id, 404, 'Success', 'Not Found'],
    ['', 200, 'Success', 'OK'],
    ['', 403, 'Success', 'Forbidden'],
  ])
})

test('claims tell managed identities, people, and calls without a token apart', async () => {
  const query = `AZKVAuditLogs | extend claim = Identity.claim
    | project OperationName, oid = tostring(claim.oid), mirid = tostring(claim.xms_mirid), upn = tostring(claim.upn), arm = tostring(claim["http://schemas.microsoft.com/identity/claims/objectidentifier"])
    | summarize take_any(*) by OperationName`
  expect(await rows(query)).toEqual([
    ['SecretGet', application.objectId, application.resourceId, '', ''],
    ['SecretList', ada.objectId, '', ada.userPrincipalName, ''],
    ['Authentication', '', '', '', ''],
    ['VaultGet', '', '', '', ada.objectId],
    ['SecretNearExpiryEventGridNotification', '', '', '', ''],
  ])
})

test('whether the vault let the caller is told by its own access model, and not at all by the firewall', async () => {
  const query =
    'AZKVAuditLogs | project OperationName, HttpStatusCode, IsRbacAuthorized, IsAccessPolicyMatch, IsAddressAuthorized'
  expect(await rows(query)).toEqual([
    ['SecretGet', 200, true, null, true],
    ['SecretGet', 404, true, null, true],
    ['SecretList', 200, true, null, true],
    ['Authentication', 401, null, null, true],
    ['VaultGet', 200, null, null, true],
    ['SecretList', 403, null, null, false],
    ['SecretNearExpiryEventGridNotification', 200, null, null, null],
  ])
  const classic = 'AzureDiagnostics | project isAccessPolicyMatch_b, column_ifexists("isRbacAuthorized_b", false)'
  expect(await rows(classic, shared)).toEqual([
    [true, false],
    [false, false],
  ])
})

test('AzureDiagnostics has the resource in capitals and flattened properties with typed endings', async () => {
  const query =
    'AzureDiagnostics | take 1 | project ResourceId, Resource, ResourceProvider, SubscriptionId, _ResourceId, id_s, httpStatusCode_d, identity_claim_oid_g, identity_claim_xms_mirid_s, identity_claim_xms_az_nwperimid_s, requestUri_s, CallerIPAddress'
  const id = `https://kv-core.vault.azure.net/secrets/stripe-key`
  expect(await rows(query, shared)).toEqual([
    [
      vaults.core.id.toUpperCase(),
      'KV-CORE',
      'MICROSOFT.KEYVAULT',
      vaults.core.subscriptionId,
      vaults.core.id.toLowerCase(),
      `${id}/${version}`,
      200,
      application.objectId,
      application.resourceId,
      '[]',
      `${id}/?api-version=7.4`,
      '20.1.2.3',
    ],
  ])
  expect(await ask({ query, timespan: 'P1D' }, { path: `/v1/workspaces/${shared.customerId}/query` })).toHaveProperty(
    'body.tables.0.columns.6',
    { name: 'httpStatusCode_d', type: 'real' },
  )
})

test('a column that no row ever used does not exist there, and column_ifexists helps', async () => {
  const path = `/v1/workspaces/${shared.customerId}/query`
  const bad = await ask({ query: 'AzureDiagnostics | project identity_claim_upn_s', timespan: 'P1D' }, { path })
  expect(bad).toHaveProperty(
    'body.error.innererror.innererror.message',
    "'project' operator: Failed to resolve scalar expression named 'identity_claim_upn_s'",
  )
  expect(
    await rows('AzureDiagnostics | project column_ifexists("identity_claim_upn_s", "none") | take 1', shared),
  ).toEqual([['none']])
})

test("a workspace has only the table its vaults write to; the other is a 400 in Azure's words", async () => {
  const query = 'AzureDiagnostics | where TimeGenerated > ago(1d)'
  expect(await ask({ query })).toEqual({
    status: 400,
    body: {
      error: {
        message: 'The request had some invalid properties',
        code: 'BadArgumentError',
        innererror: {
          code: 'SemanticError',
          message: 'A semantic error occurred.',
          innererror: {
            code: 'SEM0100',
            message: "'where' operator: Failed to resolve table or column expression named 'AzureDiagnostics'",
          },
        },
      },
    },
  })
})

test('a fuzzy union reads whichever table there is', async () => {
  const query = `union isfuzzy=true
      (AZKVAuditLogs | project TimeGenerated, Id, Status = HttpStatusCode),
      (AzureDiagnostics | project TimeGenerated, Id = id_s, Status = toint(httpStatusCode_d))
    | where Status == 200 and isnotempty(Id) | summarize count(), max(TimeGenerated)`
  expect(await rows(query)).toEqual([[3, '2026-11-22T08:00:06Z']])
  expect(await rows(query, shared)).toEqual([[1, '2026-11-22T07:00:00Z']])
})

test('rows take ten minutes to arrive, and the timespan includes both its ends', async () => {
  const count = (timespan: string) => rows('AZKVAuditLogs | count', dedicated, timespan)
  expect(await count('P7D')).toEqual([[8]])
  expect(await count('2026-11-20T09:00:00Z/2026-11-22T08:00:00Z')).toEqual([[2]])
  expect(await count('2026-11-22T08:00:00Z/PT1S')).toEqual([[2]])
  sample.azure.clock.advance(5 * 60_000)
  expect(await rows('AZKVAuditLogs | where DurationMs == 99 | count')).toEqual([[1]])
  sample.azure.clock.advance(-5 * 60_000)
})

test('a user-assigned identity tells its own id and, beside it, that of what it is used from', async () => {
  const identity =
    '/subscriptions/s/resourceGroups/RG/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pay'
  const read = access('2026-11-22T08:00:00Z', {
    caller: { ...application, resourceId: identity, hostId: application.resourceId },
  })
  const { azure } = await sampleAzure((id) => [id === dedicated.customerId ? read : { ...read, vault: vaults.core }])
  expect(
    await rows('AZKVAuditLogs | project Identity.claim.xms_mirid, Identity.claim.xms_az_rid', dedicated, 'P1D', azure),
  ).toEqual([[identity, application.resourceId]])
  const classic = 'AzureDiagnostics | project identity_claim_xms_mirid_s, identity_claim_xms_az_rid_s'
  expect(await rows(classic, shared, 'P1D', azure)).toEqual([[identity, application.resourceId]])
  const own = 'AzureDiagnostics | where OperationName == "SecretGet" | distinct identity_claim_xms_az_rid_s'
  expect(await rows(own, shared)).toEqual([[application.resourceId]])
})

test('what is purged lies among the deleted; what happens to the vault itself is asked of Resource Manager', async () => {
  const gone = { kind: 'secret' as const, name: 'stripe-key', version: null }
  const { azure } = await sampleAzure(() => [
    access('2026-11-22T08:00:00Z', { operation: 'SecretPurge', object: gone, httpStatus: 204, caller: ada }),
    access('2026-11-22T08:00:01Z', { operation: 'SecretRestore', object: gone }),
    access('2026-11-22T08:00:02Z', { operation: 'VaultPatch', object: null, caller: ada }),
  ])
  const query = `AZKVAuditLogs | project OperationName, ResultSignature, Id, RequestUri,
    who = tostring(Identity.claim["http://schemas.microsoft.com/identity/claims/objectidentifier"])`
  const host = 'https://kv-pay.vault.azure.net'
  const uri = `https://westeurope.management.azure.com${vaults.pay.id}?api-version=2023-07-01`
  expect(await rows(query, dedicated, 'P1D', azure)).toEqual([
    [
      'SecretPurge',
      'No Content',
      `${host}/deletedsecrets/stripe-key`,
      `${host}/deletedsecrets/stripe-key?api-version=7.4`,
      '',
    ],
    ['SecretRestore', 'OK', `${host}/secrets/stripe-key`, `${host}/secrets/restore?api-version=7.4`, ''],
    ['VaultPatch', 'OK', `${host}/`, uri, ada.objectId],
  ])
})

test('what is older than the workspace keeps is gone, by the clock', async () => {
  const old = [access('2026-10-23T11:59:00Z'), access('2026-10-23T12:01:00Z'), access('2026-11-22T08:00:00Z')]
  const { azure } = await sampleAzure((workspace) => (workspace === dedicated.customerId ? old : []))
  const count = () => rows('AZKVAuditLogs | count', dedicated, 'P60D', azure)
  expect(await count()).toEqual([[2]])
  azure.clock.advance(5 * 60_000)
  expect(await count()).toEqual([[1]])
  azure.clock.advance(-10 * 60_000)
  expect(await count()).toEqual([[3]])
})

test('rows that are late are not there before they arrive', async () => {
  const from = new Date('2026-11-22T08:00:01Z')
  const until = new Date('2026-11-22T08:00:05Z')
  const arrivesAt = new Date('2026-11-22T13:00:00Z')
  const { azure } = await sampleAzure(
    () => dedicatedCalls,
    (workspace, now) => (workspace === dedicated.customerId && now < arrivesAt ? [{ from, until }] : []),
  )
  const count = () => rows('AZKVAuditLogs | count', dedicated, '2026-11-22T08:00:00Z/2026-11-22T09:00:00Z', azure)
  expect(await count()).toEqual([[3]])
  azure.clock.advance(3_600_000)
  expect(await count()).toEqual([[7]])
})

test('where nobody writes there is no table, which a fuzzy union does not mind', async () => {
  const { azure } = await sampleAzure()
  const estate = azure.organization.estateAt(azure.clock.now())
  const nobody = { ...azure, organization: { ...azure.organization, estateAt: () => ({ ...estate, vaults: [] }) } }
  const path = `/v1/workspaces/${dedicated.customerId}/query`
  const query = `union isfuzzy=true (print Id = "" | where false), (AZKVAuditLogs | project Id), (AzureDiagnostics | project Id = id_s) | count`
  expect(await rows(query, dedicated, 'P1D', nobody)).toEqual([[0]])
  const headers = { authorization: await bearerOf(nobody) }
  expect(await ask({ query: 'AZKVAuditLogs | count' }, { path, headers }, createLogAnalytics(), nobody)).toMatchObject({
    status: 400,
    body: { error: { innererror: { innererror: { code: 'SEM0100' } } } },
  })
  // A vault that writes there is enough, whatever arrived of it.
  expect(await rows('AZKVAuditLogs | count', dedicated, 'P1D', azure)).toEqual([[0]])
})

test('without a timespan everything that is kept is read', async () => {
  expect((await ask({ query: 'AZKVAuditLogs | count' })).body).toHaveProperty('tables.0.rows', [[8]])
})

test('a query can be sent to a vault, with one slash or two, and gets its rows alone', async () => {
  const query = 'AzureDiagnostics | summarize count() by _ResourceId'
  for (const slash of ['', '/']) {
    const answer = await ask({ query, timespan: 'P1D' }, { path: `/v1/${slash}${vaults.core.id.slice(1)}/query` })
    expect(answer).toHaveProperty('body.tables.0.rows', [[vaults.core.id.toLowerCase(), 2]])
  }
  expect(await ask({ query }, { path: `/v1${vaults.quiet.id}/query` })).toMatchObject({ status: 400 })
  expect(await ask({ query }, { path: `/v1${vaults.quiet.id}-gone/query` })).toMatchObject({ status: 404 })
})

test('further workspaces are read along', async () => {
  const query = 'union AZKVAuditLogs, AzureDiagnostics | summarize count() by Type'
  expect((await ask({ query, timespan: 'P1D', workspaces: [shared.name] })).body).toHaveProperty('tables.0.rows', [
    ['AZKVAuditLogs', 7],
    ['AzureDiagnostics', 2],
  ])
})

test('statistics and render come when they are preferred', async () => {
  const headers = { prefer: 'wait=600,include-statistics=true,include-render=true' }
  const { body } = await ask({ query: 'AZKVAuditLogs | count', timespan: 'P1D' }, { headers })
  expect(body).toMatchObject({ statistics: { query: { executionTime: expect.any(Number) } }, render: {} })
})

test('more than half a million rows are a partial answer', async () => {
  // 600,000 rows out of nothing.
  const six = '| mv-expand dynamic([1,2,3,4,5,6])'
  const ten = '| mv-expand dynamic([0,1,2,3,4,5,6,7,8,9])'
  const { status, body } = await ask({ query: `print n = 1 ${six} ${ten.repeat(5)} | project n` })
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { error: { code: 'PartialError', details: [{ code: 'EngineError' }] } },
  })
  expect(body).toHaveProperty('tables.0.rows.length', 500_000)
})

test('more than 64 MB are a partial answer too', async () => {
  const ten = '| mv-expand dynamic([0,1,2,3,4,5,6,7,8,9])'
  const { status, body } = await ask({ query: `print n = "${'x'.repeat(1000)}" ${ten.repeat(5)} | project n` })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    error: { details: [{ innererror: { message: expect.stringContaining('limit of 64000000 bytes') } }] },
  })
  expect(body).toHaveProperty('tables.0.rows.length', 63_000)
})

test('a syntax error and a construct that is not played are told apart', async () => {
  expect(await ask({ query: 'AZKVAuditLogs | where (Id == ""' })).toMatchObject({
    status: 400,
    body: {
      error: { code: 'BadArgumentError', innererror: { code: 'SyntaxError', innererror: { line: 1, pos: 31 } } },
    },
  })
  expect(await ask({ query: 'AZKVAuditLogs | parse Id with x' })).toMatchObject({
    status: 400,
    body: { error: { innererror: { code: 'StandInUnsupported' } } },
  })
  expect(await ask({ query: 'AZKVAuditLogs', timespan: 'yesterday' })).toMatchObject({ status: 400 })
})

test('no token is a 401, a token that is no good here a 403', async () => {
  const query = 'AZKVAuditLogs | count'
  expect(await ask({ query }, { headers: { authorization: '' } })).toMatchObject({
    status: 401,
    body: { error: { code: 'AuthenticationFailed' } },
  })
  const wrong = await sample.bearer('https://management.azure.com')
  expect(await ask({ query }, { headers: { authorization: wrong } })).toMatchObject({
    status: 403,
    body: { error: { code: 'InvalidAuthenticationToken' } },
  })
})

test('somebody else, or a workspace nobody knows, has no access; a name is no path', async () => {
  const query = 'AZKVAuditLogs | count'
  const stranger = { authorization: await sample.bearer(audience, { objectId: 'stranger' }) }
  const noAccess = { status: 403, body: { error: { code: 'InsufficientAccessError' } } }
  expect(await ask({ query }, { headers: stranger })).toMatchObject(noAccess)
  const onVault = await ask({ query }, { headers: stranger, path: `/v1${vaults.core.id}/query` })
  expect(onVault).toMatchObject({ status: 403, body: { error: { innererror: { code: 'AuthorizationFailedError' } } } })
  expect(await ask({ query }, { path: '/v1/workspaces/eeeeeeee-0000-0000-0000-000000000009/query' })).toMatchObject(
    noAccess,
  )
  expect(await ask({ query }, { path: '/v1/workspaces/log-dedicated/query' })).toMatchObject({ status: 404 })
  expect(await ask({ query }, { path: '/v1/elsewhere' })).toMatchObject({
    status: 404,
    body: { error: { code: 'PathNotFoundError' } },
  })
})

test('without a body in JSON the answer is 200 and empty', async () => {
  expect(await ask({}, { headers: { 'content-type': '' } })).toEqual({ status: 200 })
  expect(await ask({}, { body: 'AZKVAuditLogs' })).toEqual({ status: 200 })
})

test('two hundred requests in thirty seconds, then 429', async () => {
  let realNow = 5_000_000
  const service = createLogAnalytics(() => realNow)
  const empty = { headers: { 'content-type': '' } }
  for (let request = 0; request < 200; request++) expect((await ask({}, empty, service)).status).toBe(200)
  realNow += 10_000
  expect(await ask({}, empty, service)).toMatchObject({ status: 429, headers: { 'retry-after': '20' } })
  realNow += 20_000
  expect((await ask({}, empty, service)).status).toBe(200)
})
