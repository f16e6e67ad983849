// What a client gets to feel of each fault, through real sockets.
import { request as httpsRequest } from 'node:https'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Asker, askThrough } from '../ask-through.ts'
import { openStandIn, type StandIn } from '../open-stand-in.ts'
import type { Service } from '../imitated-service.ts'
import { smallOrganization } from '../small-organization.ts'

const vaults: Service = {
  name: 'key-vault',
  answersFor: (host) => host.endsWith('.vault.azure.net'),
  answer: ({ url }) => ({ status: 200, body: { host: url.host, path: url.pathname } }),
}

let standIn: StandIn
let agent: Asker['agent']
let ask: Asker['ask']
beforeAll(async () => {
  standIn = await openStandIn({ organization: smallOrganization(), services: [vaults] })
  ;({ agent, ask } = askThrough(standIn))
})
afterAll(async () => {
  agent.destroy()
  await standIn.close()
})
beforeEach(() => standIn.faults.clear())

const real = 'https://kv-1.vault.azure.net/secrets'
const once = { match: { path: '/secrets' }, times: 1 }

test('a status fault speaks in place of the service, a delay only makes it late', async () => {
  standIn.faults.add({
    ...once,
    id: 's',
    act: { kind: 'status', status: 503, headers: { 'retry-after': '1' }, body: { error: 'x' } },
  })
  expect(await ask(real)).toMatchObject({ status: 503, headers: { 'retry-after': '1' }, text: '{"error":"x"}' })
  standIn.faults.add({ ...once, id: 'd', act: { kind: 'delay', ms: 30 } })
  const startedMs = performance.now()
  expect((await ask(real)).status).toBe(200)
  expect(performance.now() - startedMs).toBeGreaterThanOrEqual(29)
})

test('a reset breaks the connection before any header', async () => {
  standIn.faults.add({ ...once, id: 'r', act: { kind: 'reset' } })
  await expect(ask(real)).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect((await ask(real)).status).toBe(200)
})

test('a truncated body ends before the length that was promised', async () => {
  standIn.faults.add({ ...once, id: 't', act: { kind: 'truncate' } })
  await expect(ask(real)).rejects.toThrow('aborted')
})

test('a stalled body never ends', async () => {
  standIn.faults.add({ ...once, id: 's', act: { kind: 'stall', bytes: 4 } })
  const received = await new Promise<string>((resolve, reject) => {
    const request = httpsRequest(real, { agent }, (response) => {
      response.on('error', () => {})
      response.once('data', (chunk) => {
        resolve(String(chunk))
        request.destroy()
      })
    })
    request.on('error', reject).end()
  })
  expect(received).toBe('{"ho')
})

test('a slow body arrives whole', async () => {
  standIn.faults.add({ ...once, id: 's', act: { kind: 'slow', bytesPerSecond: 2000 } })
  expect(JSON.parse((await ask(real)).text)).toMatchObject({ path: '/secrets' })
})

test('a malformed body is complete as HTTP and broken as JSON', async () => {
  standIn.faults.add({ ...once, id: 'm', act: { kind: 'malformed' } })
  const told = await ask(real)
  expect(told.status).toBe(200)
  expect(Number(told.headers['content-length'])).toBe(told.text.length)
  expect(() => JSON.parse(told.text)).toThrow()
})

test('a throttled vault says so as Key Vault does, without Retry-After unless asked', async () => {
  standIn.faults.add({ id: 'q', match: {}, act: { kind: 'throttle', perSecond: 0.001, burst: 1 } })
  expect((await ask(real)).status).toBe(200)
  const told = await ask(real)
  expect(told.status).toBe(429)
  expect(told.headers['retry-after']).toBeUndefined()
  expect(JSON.parse(told.text)).toMatchObject({ error: { code: 'Throttled' } })
})

test.each([
  ['firewall', 403, 'ForbiddenByFirewall'],
  ['private-only', 403, 'ForbiddenByConnection'],
  ['rbac', 403, 'ForbiddenByRbac'],
  ['policy', 403, 'AccessDenied'],
  ['gone', 404, 'ResourceNotFound'],
  ['expired-token', 401, 'Unauthorized'],
  ['partial', 200, 'PartialError'],
  ['too-large', 200, 'PartialError'],
  ['workspace-missing', 404, 'PathNotFoundError'],
  ['workspace-forbidden', 403, 'InsufficientAccessError'],
  ['query-timeout', 504, 'GatewayTimeout'],
] as const)('the refusal called %s is worded as Azure words it', async (kind, status, word) => {
  standIn.faults.add({ ...once, id: kind, act: { kind } })
  const told = await ask(real)
  expect(told.status).toBe(status)
  expect(told.text).toContain(`"code":"${word}"`)
})

test('a tunnel can be made to fail', async () => {
  standIn.faults.add({
    id: 'dns',
    match: { host: 'kv-9.vault.azure.net', method: 'CONNECT' },
    act: { kind: 'status', status: 502 },
  })
  await expect(ask('https://kv-9.vault.azure.net/secrets')).rejects.toMatchObject({ code: 'ERR_PROXY_TUNNEL' })
})
