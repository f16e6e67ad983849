// Long because each way a workspace answers is a case.
import { expect, test } from 'vitest'
import { summarizeAccess } from './summarize-access.ts'
import { type Answer, scriptedAzure } from './testing/scripted-azure.ts'

const workspace = {
  resourceId: '/subscriptions/s/law',
  customerId: '99999999-1111-4111-8111-111111111111',
  name: 'law',
  retentionDays: 30,
}
const vaultId = '/subscriptions/s/resourcegroups/rg/providers/microsoft.keyvault/vaults/kv-orders'
const version = '8fbb0accbfbe4ee4b025649ebabae465'
const from = new Date('2026-11-01T00:00:00Z')
const to = new Date('2026-11-02T00:00:00Z')
const hourMs = 3_600_000

const types = {
  part: 'string',
  vault: 'string',
  objectKind: 'string',
  name: 'string',
  version: 'string',
  identity: 'string',
  operation: 'string',
  outcome: 'string',
  address: 'string',
  calls: 'long',
  hours: 'dynamic',
  firstAt: 'datetime',
  lastAt: 'datetime',
  appid: 'string',
  upn: 'string',
  mirid: 'string',
  host: 'string',
  ownLastAt: 'datetime',
}
const columns = Object.entries(types).map(([name, type]) => ({ name, type }))
const cells = (row: Record<string, unknown>) => Object.keys(types).map((name) => row[name] ?? null)

const call = (more: Record<string, unknown> = {}) =>
  cells({
    part: 'call',
    vault: vaultId,
    objectKind: 'secret',
    name: 'stripe-key',
    version,
    identity: 'oid-1',
    operation: 'SecretGet',
    outcome: 'ok',
    address: '20.0.0.1',
    calls: 12,
    hours: '{"8":11,"9":1}',
    firstAt: '2026-11-01T08:00:00.5Z',
    lastAt: '2026-11-01T09:00:00Z',
    ...more,
  })
const caller = (claims: Record<string, unknown>) => cells({ part: 'caller', identity: 'oid-1', ...claims })
const heard = (more: Record<string, unknown> = {}) =>
  cells({
    part: 'heard',
    vault: vaultId,
    calls: 20,
    firstAt: '2026-11-01T01:00:00Z',
    lastAt: '2026-11-01T09:00:00Z',
    ownLastAt: '2026-11-01T02:00:00Z',
    ...more,
  })

const table = (rows: unknown[][], more: Record<string, unknown> = {}): Answer => ({
  body: { tables: [{ name: 'PrimaryResult', columns, rows }], ...more },
})
const partial = (rows: unknown[][]) => table(rows, { error: { code: 'PartialError', message: 'limits' } })

/** `answer` may depend on how many hours are asked for, which request it is, and from when on is asked. */
function summary(answer: Answer | ((hours: number, nth: number, startMs: number) => Answer), until = to) {
  const scripted = scriptedAzure((sent, nth) => {
    const [start = '', end = ''] = windowOf(sent.body).split('/')
    return typeof answer === 'function'
      ? answer((Date.parse(end) - Date.parse(start)) / hourMs, nth, Date.parse(start))
      : answer
  })
  return { ...scripted, observed: summarizeAccess(scripted.azure, workspace, from, until) }
}

const windowOf = (body: unknown) => String(Reflect.get(Object(body), 'timespan'))

test('a call says who did what with which version, how often, from where and in which hours', async () => {
  const { observed, sent, tokens } = summary(
    table([call(), caller({ appid: 'portal', upn: 'ana@halden.example' }), heard()]),
  )
  expect(await observed).toEqual({
    status: 'read',
    value: {
      calls: [
        {
          day: from,
          vaultResourceId: vaultId,
          object: { kind: 'secret', name: 'stripe-key' },
          version,
          identity: 'oid-1',
          operation: 'SecretGet',
          outcome: 'ok',
          address: '20.0.0.1',
          calls: 12,
          hours: [0, 0, 0, 0, 0, 0, 0, 0, 11, 1, ...Array.from({ length: 14 }, () => 0)],
          firstAt: new Date('2026-11-01T08:00:00.500Z'),
          lastAt: new Date('2026-11-01T09:00:00Z'),
        },
      ],
      callers: [
        {
          identity: 'oid-1',
          kind: 'user',
          name: 'ana@halden.example',
          applicationId: 'portal',
          resourceId: null,
          hostId: null,
        },
      ],
      heard: [
        {
          day: from,
          vaultResourceId: vaultId,
          calls: 20,
          firstAt: new Date('2026-11-01T01:00:00Z'),
          lastAt: new Date('2026-11-01T09:00:00Z'),
          ownLastAt: new Date('2026-11-01T02:00:00Z'),
        },
      ],
    },
  })
  expect(sent).toHaveLength(1)
  expect(sent[0]?.url.href).toBe(`https://api.loganalytics.azure.com/v1/workspaces/${workspace.customerId}/query`)
  expect(sent[0]?.headers.prefer).toBe('wait=180')
  expect(tokens[0]?.scopes).toEqual(['https://api.loganalytics.io/.default'])
})

const site = '/subscriptions/s/resourcegroups/rg/providers/microsoft.web/sites/orders-api'
const assigned = '/subscriptions/s/providers/microsoft.managedidentity/userassignedidentities/id-orders'
test.each([
  [
    'a system-assigned identity',
    { appid: 'a', mirid: site, host: site },
    { kind: 'managed-identity', name: 'orders-api', resourceId: site, hostId: null },
  ],
  [
    'a user-assigned one',
    { appid: 'a', mirid: assigned, host: site },
    { kind: 'managed-identity', name: 'id-orders', resourceId: assigned, hostId: site },
  ],
  [
    'an application',
    { appid: 'app-2' },
    { kind: 'application', name: 'app-2', applicationId: 'app-2', resourceId: null },
  ],
  ['an identity without any name', {}, { kind: 'application', name: 'oid-1' }],
  ['nobody', { identity: 'unknown' }, { kind: 'unknown', name: 'not named in the log' }],
])('%s goes by what the log knows of it', async (_, claims, expected) => {
  expect(await summary(table([caller(claims)])).observed).toMatchObject({ value: { callers: [expected] } })
})

test('a call to the vault itself names no object', async () => {
  const { observed } = summary(table([call({ objectKind: '', name: '', version: '', operation: 'SecretList' })]))
  expect(await observed).toMatchObject({ value: { calls: [{ object: null, operation: 'SecretList', version: '' }] } })
})

const nothing = { calls: [], callers: [], heard: [] }
test('an empty workspace says so, with 204 or with a table without rows', async () => {
  expect(await summary({ status: 204 }).observed).toEqual({ status: 'read', value: nothing })
  expect(await summary(table([])).observed).toEqual({ status: 'read', value: nothing })
})

test.each<[string, Answer, string]>([
  ['no access', { status: 403, body: { error: { code: 'InsufficientAccessError', message: 'no' } } }, 'forbidden'],
  [
    'no such workspace',
    { status: 404, body: { error: { code: 'PathNotFoundError', message: 'no' } } },
    'workspace-unreadable',
  ],
  [
    'a query it does not take',
    { status: 400, body: { error: { code: 'BadArgumentError', innererror: { code: 'SyntaxError' } } } },
    'server-error',
  ],
  ['an answer without tables', { body: { value: [] } }, 'malformed-answer'],
  ['an answer without the table', { body: { tables: [] } }, 'malformed-answer'],
  ['no body', { body: '' }, 'malformed-answer'],
])('%s is not an empty log, and asking for less would not help', async (_, answer, code) => {
  const { observed, sent } = summary(answer)
  expect(await observed).toMatchObject({ status: 'not', reason: { code } })
  expect(new Set(sent.map(({ body }) => windowOf(body))).size).toBe(1)
})

test('a row that cannot be understood is missing, not left out in silence', async () => {
  const { observed } = summary(
    table([call(), call({ firstAt: 'never' }), call({ hours: '{"24":1}' }), cells({ part: 'new' })]),
  )
  expect(await observed).toMatchObject({
    status: 'partly',
    value: { calls: [{}] },
    reason: { detail: expect.stringContaining('3 of 4 rows') },
  })
})

test.each<[string, Answer]>([
  ['times out', { status: 504 }],
  ['gives part of the rows', partial([call()])],
  ['is refused for its size', { status: 413, body: { error: { code: 'ResponseTooLarge', message: '' } } }],
])('a window that %s is asked for in halves, split at midnight', async (_, trouble) => {
  const { observed, sent } = summary(
    (hours) => (hours > 24 ? trouble : table([heard()])),
    new Date('2026-11-04T12:00:00Z'),
  )
  expect(await observed).toMatchObject({ status: 'read' })
  const days = new Set(sent.map(({ body }) => windowOf(body)))
  expect(days).toContain('2026-11-01T00:00:00.000Z/2026-11-02T00:00:00.000Z')
  expect(days).toContain('2026-11-04T00:00:00.000Z/2026-11-04T12:00:00.000Z')
})

test('a day that is too large is asked for hour by hour, and its parts are sums of the day again', async () => {
  const parts = [
    table([
      call({ calls: 2, hours: '{"3":2}', firstAt: '2026-11-01T03:00:00Z', lastAt: '2026-11-01T03:30:00Z' }),
      heard({ calls: 5 }),
    ]),
    table([
      call({ calls: 7, hours: '{"3":1,"20":6}', firstAt: '2026-11-01T20:00:00Z', lastAt: '2026-11-01T21:00:00Z' }),
      heard({ calls: 9, ownLastAt: null }),
    ]),
  ]
  let given = 0
  const { observed } = summary((hours) => (hours > 12 ? partial([]) : (parts[given++] ?? table([]))))
  const result = await observed
  expect(result).toMatchObject({
    status: 'read',
    value: {
      calls: [{ calls: 9, firstAt: new Date('2026-11-01T03:00:00Z'), lastAt: new Date('2026-11-01T21:00:00Z') }],
      heard: [{ calls: 14, ownLastAt: new Date('2026-11-01T02:00:00Z') }],
    },
  })
  const [sum] = result.status === 'read' ? result.value.calls : []
  expect(sum?.hours.map((calls, hour) => [hour, calls]).filter(([, calls]) => calls)).toEqual([
    [3, 3],
    [20, 6],
  ])
})

test('an hour that stays out of reach is missing, and the others stay', async () => {
  const { observed, sent } = summary(
    (hours, nth) => (nth === 1 || hours === 1 ? partial([call()]) : table([call()])),
    new Date('2026-11-01T03:00:00Z'),
  )
  expect(await observed).toMatchObject({
    status: 'partly',
    missing: 'items',
    value: { calls: [{ calls: 24 }] },
    reason: { detail: expect.stringContaining('PartialError') },
  })
  expect(sent.map(({ body }) => windowOf(body))).toContain('2026-11-01T00:00:00.000Z/2026-11-01T02:00:00.000Z')
})

test('a workspace that never answers in time is given up after a few smaller questions', async () => {
  const { observed, sent } = summary({ status: 504 }, new Date('2026-12-01T00:00:00Z'))
  expect(await observed).toMatchObject({ status: 'not', reason: { code: 'timed-out' } })
  expect(new Set(sent.map(({ body }) => windowOf(body))).size).toBe(4)
})

test('a workspace that gives no more than a part of whatever is asked is not asked hour by hour for a quarter', async () => {
  const { observed, sent } = summary(partial([call()]), new Date('2027-02-01T00:00:00Z'))
  expect(await observed).toMatchObject({ status: 'partly', missing: 'items', reason: { code: 'server-error' } })
  expect(sent.length).toBeLessThan(40)
})

test('hours of which only a part comes do not keep the days after them from being read', async () => {
  const badUntilMs = from.getTime() + 6 * hourMs
  const { observed, sent } = summary(
    (_hours, _nth, startMs) => (startMs < badUntilMs ? partial([call()]) : table([call()])),
    new Date('2027-02-01T00:00:00Z'),
  )
  expect((await observed).status).toBe('partly')
  const windows = sent.map(({ body }) =>
    windowOf(body)
      .split('/')
      .map((instant) => Date.parse(instant)),
  )
  // Whole days, down to the last one, and not hour by hour.
  const later = windows.filter(([startMs = 0]) => startMs >= badUntilMs)
  expect(Math.max(...later.map(([, endMs = 0]) => endMs))).toBe(Date.parse('2027-02-01T00:00:00Z'))
  expect(windows.length).toBeLessThan(40)
})
