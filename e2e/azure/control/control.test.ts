import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStandIn, type StandIn } from '../open-stand-in.ts'
import { smallOrganization } from '../small-organization.ts'

const organization = smallOrganization()
let standIn: StandIn
beforeAll(async () => {
  standIn = await openStandIn({ organization, services: [] })
})
afterAll(() => standIn.close())
beforeEach(() => {
  standIn.azure.clock.release()
  standIn.faults.clear()
})

async function control(door: string, body?: unknown, headers: Record<string, string> = {}) {
  const [method = '', path] = door.split(' ')
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  const response = await fetch(`${standIn.origin}/_emulator/${path}`, { method, headers, ...sent })
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : JSON.parse(text) }
}

test('the clock is set, moved and let go', async () => {
  expect((await control('POST clock', { now: '2026-11-01T00:00:00Z' })).body).toEqual({
    now: '2026-11-01T00:00:00.000Z',
  })
  expect((await control('POST clock', { advanceMs: 86_400_000 })).body).toEqual({ now: '2026-11-02T00:00:00.000Z' })
  expect((await control('GET clock')).body).toEqual({ now: '2026-11-02T00:00:00.000Z' })
  await control('POST clock', { release: true })
  expect(Math.abs(standIn.azure.clock.now().getTime() - Date.now())).toBeLessThan(1000)
})

test.each([
  ['POST clock', { now: 'tomorrow' }],
  ['POST clock', {}],
  ['POST clock', 'not json'],
  ['POST faults', { id: 'x', match: {}, act: { kind: 'explode' } }],
  ['POST faults', { id: 'x', match: { hots: 'kv' }, act: { kind: 'reset' } }],
  ['POST amendments', { kind: 'vault-gone', vault: 'kv' }],
  ['POST amendments', { kind: 'object', from: 'soon', vault: 'kv', object: { kind: 'secret', name: 's' } }],
  ['POST amendments', { kind: 'late-log', from: '2026-11-01T00:00:00Z', workspace: 'log', arrivesAt: 'tomorrow' }],
  ['POST amendments', { kind: 'late-log', from: '2026-11-01T00:00:00Z', workspace: 'log' }],
  ['GET objects', undefined],
  ['GET objects?vault=kv-nowhere', undefined],
])('%s with nonsense is told at once (%j)', async (door, body) => {
  expect((await control(door, body)).status).toBe(400)
})

test('faults are added, listed, removed, and never touch this door', async () => {
  const rule = { id: 'all', match: {}, act: { kind: 'status', status: 500 } }
  expect(await control('POST faults', [rule, { ...rule, id: 'two', act: { kind: 'firewall' } }])).toMatchObject({
    status: 201,
  })
  expect((await control('GET faults')).body).toMatchObject([{ id: 'all', seen: 0, hits: 0 }, { id: 'two' }])
  expect((await control('DELETE faults?id=all')).body).toMatchObject([{ id: 'two' }])
  expect((await control('DELETE faults')).body).toEqual([])
})

test('the journal is shown, in short or in full, and cleared; asking for it leaves no trace', async () => {
  await fetch(`${standIn.origin}/msi/token`)
  expect((await control('GET journal')).body).toEqual({ counts: { 'managed-identity': 1 }, violations: [] })
  expect((await control('GET journal?full')).body.entries).toMatchObject([{ path: '/msi/token', status: 401 }])
  expect((await control('DELETE journal')).status).toBe(204)
  expect((await control('GET journal')).body).toEqual({ counts: {}, violations: [] })
})

test('an amendment arrives with instants as dates, and tags as they were written', async () => {
  const version = {
    id: 'v1',
    createdAt: '2026-10-01T00:00:00Z',
    updatedAt: '2026-10-02T00:00:00Z',
    enabled: true,
    notBeforeAt: null,
    expiresAt: null,
    contentType: null,
    tags: { expiresAt: '2026-12-01T00:00:00Z' },
  }
  const object = { kind: 'secret', name: 'stripe', versions: [version] }
  const { status } = await control('POST amendments', {
    kind: 'object',
    from: '2026-11-01T00:00:00Z',
    vault: 'kv-1',
    object,
  })
  expect(status).toBe(201)
  expect(organization.amendments.at(-1)).toEqual({
    kind: 'object',
    from: new Date('2026-11-01T00:00:00Z'),
    vault: 'kv-1',
    object: {
      ...object,
      versions: [
        { ...version, createdAt: new Date('2026-10-01T00:00:00Z'), updatedAt: new Date('2026-10-02T00:00:00Z') },
      ],
    },
  })
})

test('that rows are late arrives with instants as dates', async () => {
  const said = { kind: 'late-log', workspace: 'log-business-weu' }
  const instants = { from: '2026-11-01T00:00:00Z', until: '2026-11-01T08:00:00Z', arrivesAt: '2026-11-02T05:00:00Z' }
  expect((await control('POST amendments', { ...said, ...instants })).status).toBe(201)
  expect(organization.amendments.at(-1)).toEqual({
    ...said,
    from: new Date(instants.from),
    until: new Date(instants.until),
    arrivesAt: new Date(instants.arrivesAt),
  })
})

test('what is really there can be asked for any instant, and for now', async () => {
  const at = await control('GET estate?at=2026-10-05T00:00:00Z')
  expect(at.body.subscriptions[0].name).toBe('at 2026-10-05T00:00:00.000Z')
  await control('POST clock', { now: '2026-11-01T00:00:00Z' })
  expect((await control('GET estate')).body.subscriptions[0].name).toBe('at 2026-11-01T00:00:00.000Z')
  expect((await control('GET objects?vault=kv-1')).body).toEqual([])
})

test('another web page cannot steer it, and an unknown door lists the known ones', async () => {
  expect((await control('DELETE faults', undefined, { origin: 'https://evil.example' })).status).toBe(403)
  const unknown = await control('GET nothing')
  expect(unknown.status).toBe(404)
  expect(unknown.body.doors).toContain('GET health')
  expect((await control('GET health')).body).toMatchObject({ status: 'ready', origin: standIn.origin })
})
