import { expect, test } from 'vitest'
import { summarizeAccess } from './summarize-access.ts'
import { type Answer, scriptedAzure } from './testing/scripted-azure.ts'

const workspace = {
  resourceId: '/subscriptions/s/law',
  customerId: '99999999-1111-4111-8111-111111111111',
  name: 'law',
}
const vaultId = '/subscriptions/s/resourcegroups/rg/providers/microsoft.keyvault/vaults/kv-orders'
const version = '8fbb0accbfbe4ee4b025649ebabae465'
const from = new Date('2026-11-01T00:00:00Z')
const to = new Date('2026-11-02T00:00:00Z')

const columns = [
  ['day', 'datetime'],
  ['vault', 'string'],
  ['objectKind', 'string'],
  ['name', 'string'],
  ['version', 'string'],
  ['identity', 'string'],
  ['appid', 'string'],
  ['upn', 'string'],
  ['mirid', 'string'],
  ['operation', 'string'],
  ['outcome', 'string'],
  ['calls', 'long'],
  ['addresses', 'long'],
  ['firstAt', 'datetime'],
  ['lastAt', 'datetime'],
].map(([name, type]) => ({ name, type }))

const cells = (claims: { appid?: string; upn?: string; mirid?: string }, day = '2026-11-01T00:00:00Z') => [
  day,
  vaultId,
  'secret',
  'stripe-key',
  version,
  'oid-1',
  claims.appid ?? '',
  claims.upn ?? '',
  claims.mirid ?? '',
  'SecretGet',
  'ok',
  12,
  2,
  '2026-11-01T08:00:00.5Z',
  '2026-11-01T09:00:00Z',
]
const table = (rows: unknown[][], more: Record<string, unknown> = {}): Answer => ({
  body: { tables: [{ name: 'PrimaryResult', columns, rows }], ...more },
})
const summary = (answer: Answer | ((days: number) => Answer), until = to) => {
  const scripted = scriptedAzure((sent) => {
    const [start = '', end = ''] = String(Reflect.get(Object(sent.body), 'timespan')).split('/')
    return typeof answer === 'function' ? answer((Date.parse(end) - Date.parse(start)) / 86_400_000) : answer
  })
  return { ...scripted, observed: summarizeAccess(scripted.azure, workspace, from, until) }
}

test('a row says who did what with which version, how often and from how many addresses', async () => {
  const { observed, sent, tokens } = summary(table([cells({ upn: 'ana@halden.example', appid: 'portal' })]))
  expect(await observed).toEqual({
    status: 'read',
    value: [
      {
        day: from,
        vaultResourceId: vaultId,
        kind: 'secret',
        name: 'stripe-key',
        version,
        caller: { identity: 'oid-1', kind: 'user', name: 'ana@halden.example' },
        operation: 'SecretGet',
        outcome: 'ok',
        calls: 12,
        addresses: 2,
        firstAt: new Date('2026-11-01T08:00:00.500Z'),
        lastAt: new Date('2026-11-01T09:00:00Z'),
      },
    ],
  })
  expect(sent[0]?.url.href).toBe(`https://api.loganalytics.azure.com/v1/workspaces/${workspace.customerId}/query`)
  expect(sent[0]?.headers.prefer).toBe('wait=180')
  expect(tokens[0]?.scopes).toEqual(['https://api.loganalytics.io/.default'])
})

test('a managed identity goes by its own name, an application by its id', async () => {
  const mirid = '/subscriptions/s/resourcegroups/rg/providers/Microsoft.Web/sites/orders-api'
  const { observed } = summary(table([cells({ appid: 'app-1', mirid }), cells({ appid: 'app-2' })]))
  expect(await observed).toMatchObject({
    value: [
      { caller: { kind: 'managed-identity', name: 'orders-api' } },
      { caller: { kind: 'application', name: 'app-2' } },
    ],
  })
})

test('an empty workspace says so, with 204 or with a table without rows', async () => {
  expect(await summary({ status: 204 }).observed).toEqual({ status: 'read', value: [] })
  expect(await summary(table([])).observed).toEqual({ status: 'read', value: [] })
})

test.each<[string, Answer, string]>([
  ['no access', { status: 403, body: { error: { code: 'InsufficientAccessError', message: 'no' } } }, 'forbidden'],
  [
    'no such workspace',
    { status: 404, body: { error: { code: 'PathNotFoundError', message: 'no' } } },
    'workspace-unreadable',
  ],
  ['a query that was cut off', { status: 504, body: '<html>' }, 'timed-out'],
  [
    'a query it does not take',
    { status: 400, body: { error: { code: 'BadArgumentError', innererror: { code: 'SyntaxError' } } } },
    'server-error',
  ],
  ['an answer without tables', { body: { value: [] } }, 'malformed-answer'],
  ['an answer without the table', { body: { tables: [] } }, 'malformed-answer'],
  ['no body', { body: '' }, 'malformed-answer'],
])('%s is not an empty log', async (_, answer, code) => {
  expect(await summary(answer).observed).toMatchObject({ status: 'not', reason: { code } })
})

test('part of the rows of a day is part of the log', async () => {
  const { observed } = summary(table([cells({})], { error: { code: 'PartialError', message: 'limits' } }))
  expect(await observed).toMatchObject({
    status: 'partly',
    missing: 'items',
    value: [{ calls: 12 }],
    reason: { detail: expect.stringContaining('PartialError') },
  })
})

test('a row that cannot be understood is missing, not left out in silence', async () => {
  const { observed } = summary(table([cells({}), cells({}, 'never')]))
  expect(await observed).toMatchObject({
    status: 'partly',
    value: [{}],
    reason: { detail: expect.stringContaining('1 of 2 rows') },
  })
})

test.each<[string, Answer]>([
  ['times out', { status: 504 }],
  ['gives part of the rows', table([cells({})], { error: { code: 'PartialError', message: '' } })],
])('a window that %s is asked for in halves, down to a day', async (_, trouble) => {
  const { observed, sent } = summary(
    (days) => (days > 1 ? trouble : table([cells({})])),
    new Date('2026-11-04T12:00:00Z'),
  )
  const result = await observed
  expect(result.status === 'read' && result.value.length).toBe(4)
  const windows = sent.map(({ body }) => String(Reflect.get(Object(body), 'timespan')))
  expect(windows.filter((window) => !window.includes('T12') || window.startsWith('2026-11-04'))).toContain(
    '2026-11-01T00:00:00.000Z/2026-11-02T00:00:00.000Z',
  )
  expect(windows.at(-1)).toBe('2026-11-04T00:00:00.000Z/2026-11-04T12:00:00.000Z')
})

test('a day that stays out of reach leaves the others', async () => {
  const { observed } = summary(
    (days) => (days < 1 ? { status: 504 } : table([cells({})])),
    new Date('2026-11-01T12:00:00Z'),
  )
  expect(await observed).toMatchObject({ status: 'not', reason: { code: 'timed-out' } })
  let nth = 0
  const halves = summary((days) => {
    nth += 1
    return days > 1 || nth === 3 ? { status: 504 } : table([cells({})])
  }, new Date('2026-11-03T00:00:00Z'))
  expect(await halves.observed).toMatchObject({ status: 'partly', value: [{}], reason: { code: 'timed-out' } })
})
