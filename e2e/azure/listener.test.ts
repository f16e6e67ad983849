// Through real sockets: what an application's agent sees when the stand-in is its proxy.
import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type Asker, askThrough } from './ask-through.ts'
import { openStandIn, type StandIn } from './open-stand-in.ts'
import type { Service } from './imitated-service.ts'
import { smallOrganization } from './small-organization.ts'

const gone = new Set(['gone.vault.azure.net'])

const vaults: Service = {
  name: 'key-vault',
  answersFor: (host) => host.endsWith('.vault.azure.net'),
  resolves: (host) => !gone.has(host),
  violationOf({ url }) {
    if (url.pathname === '/secrets/stripe') return 'value asked for'
    return url.pathname === '/keys/k/sign' ? 'private key used' : null
  },
  answer({ url, method, body, address, headers }) {
    if (url.pathname === '/secrets/stripe') return { status: 403 }
    if (url.pathname === '/burst') throw new Error('a mistake of the stand-in')
    return {
      status: 200,
      body: { host: url.host, path: url.pathname + url.search, method, body, address, signed: headers.authorization },
    }
  },
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
beforeEach(() => {
  standIn.faults.clear()
  standIn.azure.journal.clear()
})

test('a request through the tunnel reaches the service under its real name', async () => {
  const told = await ask('https://kv-1.vault.azure.net/secrets?api%2Dversion=7.5', {
    headers: { authorization: 'Bearer secret' },
  })
  expect(told.status).toBe(200)
  expect(told.headers['content-type']).toBe('application/json; charset=utf-8')
  expect(JSON.parse(told.text)).toEqual({
    host: 'kv-1.vault.azure.net',
    path: '/secrets?api%2Dversion=7.5',
    method: 'GET',
    body: '',
    address: '127.0.0.1',
    signed: 'Bearer secret',
  })
  const again = await ask('https://kv-1.vault.azure.net/secrets', { method: 'POST', body: '{"a":1}' })
  expect(again.reused).toBe(true)
  expect(JSON.parse(again.text)).toMatchObject({ method: 'POST', body: '{"a":1}' })
})

test('the journal has every request, with its service and answer and without its credentials', async () => {
  standIn.azure.clock.set(new Date('2026-11-01T00:00:00Z'))
  await ask('https://kv-1.vault.azure.net/secrets?skip=1', { headers: { authorization: 'Bearer secret' } })
  const { journal } = standIn.azure
  expect(journal.counts()).toEqual({ 'key-vault': 1 })
  expect(journal.entries()).toEqual([
    {
      at: new Date('2026-11-01T00:00:00Z'),
      onTheWire: { fromMs: expect.any(Number), untilMs: expect.any(Number) },
      service: 'key-vault',
      method: 'GET',
      host: 'kv-1.vault.azure.net',
      path: '/secrets',
      question: '?skip=1',
      status: 200,
      violation: null,
    },
  ])
})

test('a request for a value is a violation, though it was refused', async () => {
  const told = await ask('https://kv-1.vault.azure.net/secrets/stripe')
  expect(told.status).toBe(403)
  expect(standIn.azure.journal.violations()).toMatchObject([{ path: '/secrets/stripe', violation: 'value asked for' }])
})

test('it stays a violation when a fault answers in the place of the service', async () => {
  standIn.faults.add({ id: 'down', match: {}, act: { kind: 'status', status: 503 } })
  await ask('https://kv-1.vault.azure.net/keys/k/sign', { method: 'POST' })
  expect(standIn.azure.journal.violations()).toMatchObject([{ status: 503, violation: 'private key used' }])
})

test('no tunnel is opened to a host that is not imitated, to another port, or to a name that no longer resolves', async () => {
  for (const url of ['https://example.com/', 'https://kv-1.vault.azure.net:8443/', 'https://gone.vault.azure.net/']) {
    await expect(ask(url)).rejects.toMatchObject({ code: 'ERR_PROXY_TUNNEL', statusCode: 502 })
  }
})

test('a connection that was open when its name went breaks at the next request, and there is no other', async () => {
  const url = 'https://kv-2.vault.azure.net/secrets'
  await ask(url)
  gone.add('kv-2.vault.azure.net')
  await expect(ask(url)).rejects.toMatchObject({ code: 'ECONNRESET' })
  await expect(ask(url)).rejects.toMatchObject({ code: 'ERR_PROXY_TUNNEL', statusCode: 502 })
  gone.delete('kv-2.vault.azure.net')
  expect((await ask(url)).status).toBe(200)
})

test('an imitated host that nobody answers for is refused inside the tunnel', async () => {
  const told = await ask('https://graph.microsoft.com/v1.0/me')
  expect(told.status).toBe(502)
  expect(JSON.parse(told.text)).toMatchObject({ error: { code: 'UnknownHost' } })
})

test('plain http to a foreign name is refused in both forms, so nothing is forwarded and no page can rebind a name to us', async () => {
  const rebound = await ask(`${standIn.origin}/_emulator/health`, { headers: { host: 'evil.example' } })
  expect(rebound.status).toBe(502)
  const { port, hostname } = new URL(standIn.origin)
  const absolute = await new Promise<number>((resolve, reject) => {
    const request = httpRequest({ hostname, port, path: 'http://example.com/', headers: { host: 'example.com' } })
    request.on('response', (response) => resolve(response.resume().statusCode ?? 0)).on('error', reject)
    request.end()
  })
  expect(absolute).toBe(502)
})

test('an absolute-form request for the loopback pages is answered, as when a client sends them through the proxy', async () => {
  const { port, hostname } = new URL(standIn.origin)
  const status = await new Promise<number>((resolve, reject) => {
    const request = httpRequest({ hostname, port, path: `${standIn.origin}/_emulator/health` })
    request.on('response', (response) => resolve(response.resume().statusCode ?? 0)).on('error', reject)
    request.end()
  })
  expect(status).toBe(200)
})

test('a body without end is refused', async () => {
  const told = await ask('https://kv-1.vault.azure.net/secrets', { method: 'POST', body: 'x'.repeat(5_000_000) })
  expect(told.status).toBe(413)
})

test('a mistake of the stand-in is loud, for the test as for the client', async () => {
  const said = vi.mocked(console.error).mockImplementation(() => {})
  const told = await ask('https://kv-1.vault.azure.net/burst')
  expect(told.status).toBe(500)
  expect(told.text).toContain('a mistake of the stand-in')
  expect(said).toHaveBeenCalledOnce()
  said.mockClear()
})

test('a taken port is told, and closing lets go of it at once, with clients still connected', async () => {
  const first = await openStandIn({ organization: smallOrganization(), services: [] })
  const port = Number(new URL(first.origin).port)
  await expect(openStandIn({ organization: smallOrganization(), services: [], port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
  const idle = httpRequest(`${first.origin}/_emulator/health`, { headers: { connection: 'keep-alive' } }).on(
    'error',
    () => {},
  )
  idle.end()
  await new Promise((resolve) => idle.once('response', (response) => resolve(response.resume())))
  await first.close()
  const second = await openStandIn({ organization: smallOrganization(), services: [], port })
  await second.close()
})

test('the journal says when a request came, and when its answer was out or nobody waited any more', async () => {
  standIn.faults.add({ id: 'late', match: { path: '/secrets' }, act: { kind: 'delay', ms: 80 } })
  standIn.faults.add({ id: 'endless', match: { path: '/keys' }, act: { kind: 'stall' } })
  const url = 'https://kv-1.vault.azure.net'
  await ask(`${url}/secrets`)
  await ask(`${url}/certificates`)
  const endless = ask(`${url}/keys`)
  const spans = (path: string) =>
    standIn.azure.journal.entries().flatMap((entry) => (entry.path === path ? [entry.onTheWire] : []))
  await expect.poll(() => spans('/keys')).toMatchObject([{ untilMs: null }])
  agent.destroy()
  await expect(endless).rejects.toThrow()
  await expect.poll(() => spans('/keys')).toMatchObject([{ untilMs: expect.any(Number) }])

  const [late] = spans('/secrets')
  const [next] = spans('/certificates')
  const lasted = (late?.untilMs ?? Number.NaN) - (late?.fromMs ?? Number.NaN)
  expect(lasted).toBeGreaterThanOrEqual(79)
  expect(next?.fromMs).toBeGreaterThanOrEqual(late?.untilMs ?? Number.NaN)
})
