// Long because every rule of the service, and every way it says no, is one short case.
import { beforeAll, expect, test } from 'vitest'
import type { AzureResponse } from '../imitated-service.ts'
import { createResourceGraph } from './resource-graph.ts'
import { dedicated, sampleAzure, tenantId, vaults } from './sample-azure.ts'

const audience = 'https://management.azure.com'
const sample = await sampleAzure()
let authorization = ''
beforeAll(async () => {
  authorization = await sample.bearer(audience)
})

type Options = { headers?: Record<string, string>; version?: string; method?: string; body?: string }

async function ask(body: object, options: Options = {}, service = createResourceGraph()): Promise<AzureResponse> {
  const version = options.version ?? 'api%2Dversion=2024-04-01'
  return service.answer(
    {
      method: options.method ?? 'POST',
      url: new URL(`https://management.azure.com/providers/Microsoft.ResourceGraph/resources?${version}`),
      headers: { authorization, 'content-type': 'application/json', ...options.headers },
      body: options.body ?? JSON.stringify(body),
      address: '127.0.0.1',
    },
    sample.azure,
  )
}

const data = async (query: string, more: object = {}) => (await ask({ query, ...more })).body
const names = (body: unknown) =>
  JSON.stringify(body)
    .match(/"name":"([^"]*)"/g)
    ?.map((pair) => pair.slice(8, -1)) ?? []

test('it answers for its own path only, in any case', () => {
  const service = createResourceGraph()
  expect(service.answersFor('management.azure.com', '/providers/Microsoft.ResourceGraph/resources')).toBe(true)
  expect(service.answersFor('management.azure.com', '/providers/Microsoft.ResourceGraph/operations')).toBe(false)
  expect(service.answersFor('management.usgovcloudapi.net', '/providers/Microsoft.ResourceGraph/resources')).toBe(false)
})

test('vaults come as rows with their properties, in a body of the documented order', async () => {
  const body = await data("Resources | where type =~ 'Microsoft.KeyVault/vaults' and name == 'kv-Pay'")
  expect(Object.keys(body ?? {})).toEqual(['totalRecords', 'count', 'data', 'facets', 'resultTruncated'])
  expect(body).toMatchObject({ totalRecords: 1, count: 1, facets: [], resultTruncated: 'false' })
  expect(body).toHaveProperty('data.0', {
    id: vaults.pay.id,
    name: 'kv-Pay',
    type: 'microsoft.keyvault/vaults',
    tenantId,
    kind: '',
    location: 'westeurope',
    resourceGroup: 'rg-main',
    subscriptionId: vaults.pay.subscriptionId,
    managedBy: '',
    sku: null,
    plan: null,
    properties: vaults.pay.properties,
    tags: { env: 'prod' },
    identity: null,
    zones: null,
    extendedLocation: null,
  })
})

test('workspaces, event topics, groups and subscriptions are there too', async () => {
  const workspace = await data(
    "resources | where type =~ 'microsoft.operationalinsights/workspaces' | project name, id = tostring(properties.customerId), days = properties.retentionInDays, sku = properties.sku.name",
  )
  expect(workspace).toHaveProperty('data.0', {
    name: 'log-dedicated',
    id: dedicated.customerId,
    days: 30,
    sku: 'PerGB2018',
  })
  const topic = await data(
    "resources | where properties.topicType =~ 'Microsoft.KeyVault.vaults' | project properties.source",
  )
  expect(topic).toHaveProperty('data', [{ properties_source: vaults.pay.id }])
  const containers = await data(
    'resourcecontainers | project type, name, nearest = tostring(properties.managementGroupAncestorsChain[0].name), tags',
  )
  expect(containers).toHaveProperty('data', [
    {
      type: 'microsoft.resources/subscriptions',
      name: 'payments-prod',
      nearest: 'mg-business',
      tags: { Owner: 'payments@sample.example' },
    },
    { type: 'microsoft.resources/subscriptions', name: 'platform', nearest: tenantId, tags: {} },
    {
      type: 'microsoft.resources/subscriptions/resourcegroups',
      name: 'RG-Main',
      nearest: '',
      tags: { team: 'payments' },
    },
    { type: 'microsoft.management/managementgroups', name: 'mg-business', nearest: '', tags: null },
    { type: 'microsoft.management/managementgroups', name: tenantId, nearest: '', tags: null },
  ])
})

test('role assignments join their definitions as in the documented sample', async () => {
  const query = `authorizationresources
    | where type =~ 'microsoft.authorization/roleassignments'
    | extend roleId = tolower(tostring(properties.roleDefinitionId)), scope = tostring(properties.scope)
    | join kind=inner (authorizationresources
        | where type =~ 'microsoft.authorization/roledefinitions'
        | project roleId = tolower(id), role = tostring(properties.roleName)) on roleId
    | project role, scope, created = tostring(properties.createdOn)`
  expect(await data(query, { options: { authorizationScopeFilter: 'AtScopeAboveAndBelow' } })).toHaveProperty(
    'data.0',
    {
      role: 'Key Vault Reader',
      scope: vaults.pay.id,
      created: '2025-01-15T21:08:45.4900000Z',
    },
  )
})

test.each([
  ['AtScopeAndBelow', '2024-04-01', ['on-vault', 'on-subscription']],
  ['AtScopeAboveAndBelow', '2024-04-01', ['on-vault', 'on-subscription', 'on-group', 'on-root']],
  ['AtScopeAndAbove', '2024-04-01', ['on-subscription', 'on-group', 'on-root']],
  ['AtScopeExact', '2024-04-01', ['on-subscription']],
  [undefined, '2024-04-01', ['on-vault', 'on-subscription']],
  ['AtScopeAboveAndBelow', '2021-03-01', ['on-vault', 'on-subscription']],
])(
  'assignments on management groups and on the root show with %s in version %s only if it asks above',
  async (filter, version, expected) => {
    const query = "authorizationresources | where type =~ 'microsoft.authorization/roleassignments' | project name"
    const { body } = await ask(
      { query, options: { authorizationScopeFilter: filter } },
      { version: `api-version=${version}` },
    )
    expect(names(body)).toEqual(expected)
  },
)

test('assignments above a subscription show for it, but not those on groups it is not in', async () => {
  const query = "authorizationresources | where type =~ 'microsoft.authorization/roleassignments' | project name"
  const options = { authorizationScopeFilter: 'AtScopeAboveAndBelow' }
  const of = (vault: { subscriptionId: string }) => data(query, { subscriptions: [vault.subscriptionId], options })
  expect(names(await of(vaults.core))).toEqual(['on-root'])
  expect(names(await of(vaults.pay))).toEqual(['on-vault', 'on-subscription', 'on-group', 'on-root'])
})

test('a request can be narrowed to subscriptions or management groups, not both', async () => {
  const query = "resources | where type =~ 'microsoft.keyvault/vaults' | project name"
  expect(names(await data(query, { subscriptions: [vaults.core.subscriptionId.toUpperCase()] }))).toEqual([
    'kv-core',
    'kv-quiet',
  ])
  expect(names(await data(query, { managementGroups: ['mg-business'] }))).toEqual(['kv-Pay'])
  expect(await ask({ query, subscriptions: ['x'], managementGroups: ['y'] })).toMatchObject({ status: 400 })
})

test('pages follow the skip token as long as id is projected', async () => {
  const query = "resources | where type =~ 'microsoft.keyvault/vaults' | project id, name | order by name asc"
  const first = await data(query, { options: { $top: 2 } })
  expect(first).toMatchObject({ totalRecords: 3, count: 2, resultTruncated: 'false', $skipToken: expect.any(String) })
  const $skipToken = first && typeof first === 'object' && '$skipToken' in first ? first.$skipToken : ''
  const second = await data(query, { options: { $skipToken } })
  expect(second).toMatchObject({ totalRecords: 3, count: 1, resultTruncated: 'false' })
  expect(second).not.toHaveProperty('$skipToken')
  expect(names([first, second])).toEqual(['kv-Pay', 'kv-core', 'kv-quiet'])
  expect(await data(query, { options: { $skip: 2 } })).toMatchObject({ count: 1 })
  expect(await ask({ query, options: { $skipToken: 'bm8=' } })).toMatchObject({ status: 400 })
})

test.each([
  ['without id', 'resources | project name'],
  ['with a limit', 'resources | project id | limit 5'],
])('a result %s is cut off and says so', async (_how, query) => {
  const body = await data(query, { options: { $top: 2 } })
  expect(body).toMatchObject({ count: 2, resultTruncated: 'true' })
  expect(body).not.toHaveProperty('$skipToken')
})

test('a table has typed columns', async () => {
  const query = 'resources | summarize n = count(), bag = make_set(name), some = 1 > 0 by type | limit 1'
  expect(await data(query, { options: { resultFormat: 'table' } })).toHaveProperty('data.columns', [
    { name: 'type', type: 'string' },
    { name: 'n', type: 'integer' },
    { name: 'bag', type: 'object' },
    { name: 'some', type: 'boolean' },
  ])
})

test.each([
  ['ParserFailure', { line: 1, characterPositionInLine: 30, token: '<EOF>' }, "resources | where (name == 'x'"],
  ['ParserFailure', { line: 2, characterPositionInLine: 8, token: 'nome' }, "resources\n| where nome == 'x'"],
  ['ParserFailure', { line: 1, characterPositionInLine: 0, token: 'let' }, 'let few = 2; resources | take few'],
  ['InvalidQueryLanguage', { characterPositionInLine: 12, token: 'parse' }, 'resources | parse id with *'],
  ['InvalidQueryLanguage', { token: 'lookup' }, 'resources | lookup resourcecontainers on id'],
  ['InvalidQueryLanguage', { token: 'union' }, 'union isfuzzy=true resources, resourcecontainers'],
  ['UnsupportedJoinFlavor', { token: 'join' }, 'resources | join kind=leftanti resourcecontainers on id'],
  ['InvalidQueryLanguage', { token: 'mv-expand' }, 'resources | mv-expand tags limit 401'],
])('a query it does not take is a 400 with %s', async (code, place, query) => {
  expect(await ask({ query })).toMatchObject({
    status: 400,
    body: { error: { code: 'BadRequest', details: [{ code: 'InvalidQuery' }, { code, ...place }] } },
  })
})

test('three joins are allowed, four are not', async () => {
  const joins = (count: number) =>
    `resources ${'| join kind=inner (resources | project id) on id '.repeat(count)}| project id`
  expect(await ask({ query: joins(3) })).toMatchObject({ status: 200 })
  expect(await ask({ query: joins(4) })).toMatchObject({ status: 400 })
})

test('a page holds no more than the service puts on one, whatever is asked for', async () => {
  const service = createResourceGraph({ mostRows: 2 })
  const { body } = await ask({ query: 'resources | project id', options: { $top: 1000 } }, {}, service)
  expect(body).toMatchObject({ count: 2, resultTruncated: 'false', $skipToken: expect.any(String) })
})

test('fifteen queries in five seconds, bad ones included; then 429 with the time to wait', async () => {
  let realNow = 1_000_000
  const service = createResourceGraph({ realNow: () => realNow })
  const query = 'resources | count'
  for (let left = 14; left >= 0; left--) {
    realNow += 100
    const { headers } = await ask({ query: left === 7 ? 'resources |' : query }, {}, service)
    expect(headers?.['x-ms-user-quota-remaining']).toBe(String(left))
  }
  expect(await ask({ query }, {}, service)).toMatchObject({
    status: 429,
    headers: { 'retry-after': '4', 'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': '00:00:04' },
    body: { error: { code: 'RateLimiting', details: [{ code: 'RateLimiting' }] } },
  })
  realNow += 4000
  expect(await ask({ query }, {}, service)).toMatchObject({ status: 200 })
})

test('somebody without any role gets an empty answer, not an error', async () => {
  const stranger = await sample.bearer(audience, { objectId: 'stranger' })
  const { status, body } = await ask({ query: 'resources | project id' }, { headers: { authorization: stranger } })
  expect({ status, body }).toMatchObject({ status: 200, body: { totalRecords: 0, data: [] } })
})

test.each([
  ['no token', '', 'AuthenticationFailed'],
  ['nonsense', 'Bearer x.y.z', 'InvalidAuthenticationToken'],
])('%s is a 401', async (_what, token, code) => {
  const answer = await ask({ query: 'resources' }, { headers: { authorization: token } })
  expect(answer).toMatchObject({
    status: 401,
    body: { error: { code } },
    headers: { 'www-authenticate': expect.any(String) },
  })
})

test("a token for another service, another tenant or another time is a 401 in Resource Manager's words", async () => {
  const wrong = [
    ['InvalidAuthenticationTokenAudience', await sample.bearer('https://vault.azure.net')],
    ['InvalidAuthenticationTokenTenant', await sample.bearer(audience, { tid: 'elsewhere' })],
    ['ExpiredAuthenticationToken', await sample.bearer(audience, { seconds: -3600 })],
  ]
  for (const [code, token = ''] of wrong) {
    const answer = await ask({ query: 'resources' }, { headers: { authorization: token } })
    expect(answer).toMatchObject({ status: 401, body: { error: { code } } })
  }
})

test('the request itself must be in order', async () => {
  const query = 'resources'
  expect(await ask({ query }, { version: '' })).toMatchObject({
    status: 400,
    body: { error: { code: 'MissingApiVersionParameter' } },
  })
  expect(await ask({ query }, { version: 'api-version=2020-01-01' })).toMatchObject({ status: 404 })
  expect(await ask({ query }, { headers: { 'content-type': '' } })).toMatchObject({ status: 500 })
  expect(await ask({}, { body: '{' })).toMatchObject({ status: 400 })
  expect(await ask({ query, options: { $top: 1001 } })).toMatchObject({ status: 400 })
  expect(await ask({ query }, { method: 'GET' })).toMatchObject({ status: 405 })
})
