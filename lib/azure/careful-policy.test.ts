import { createHttpHeaders } from '@azure/core-rest-pipeline'
import { expect, test } from 'vitest'
import { type Answer, scriptedAzure, secretItem, vault } from './testing/scripted-azure.ts'
import { AzureFailure } from './wire/azure-failure.ts'

const page: Answer = { body: { value: [secretItem('stripe-key')], nextLink: null } }
const url = `${vault.uri}/secrets?api-version=2026-04-01`

const asking = (script: (nth: number) => Answer, retry: Record<string, unknown> = {}) => {
  const scripted = scriptedAzure((_, nth) => script(nth), { retry: { random: () => 0, deadlineMs: 50, ...retry } })
  const answer = scripted.azure.getFromVault(vault.tenantId, url)
  return { ...scripted, answer }
}

test.each<[string, Answer]>([
  ['a 429 that asks for nothing', { status: 429, body: { error: { code: 'Throttled' } } }],
  ['a 429 with Retry-After', { status: 429, headers: { 'retry-after': '0' } }],
  ['a 408', { status: 408 }],
  ['a 500', { status: 500 }],
  ['a 503', { status: 503, body: '<html>busy</html>' }],
  ['a lost connection', { error: 'ECONNRESET' }],
  ['a refused connection', { error: 'ECONNREFUSED' }],
  ['a body that breaks off', { error: 'PARSE_ERROR' }],
  ['a body that is not JSON', { body: '{"value":[' }],
  ['an empty body', { body: '' }],
])('%s is survived four times', async (_, trouble) => {
  const { azure, answer } = asking((nth) => (nth < 5 ? trouble : page))
  await expect(answer).resolves.toEqual(page.body)
  expect(azure.meter).toEqual({ requests: 5, retries: 4, throttled: trouble.status === 429 ? 4 : 0 })
})

test('after five tries it is over, and the reason is that of the last', async () => {
  const { azure, answer } = asking(() => ({
    status: 429,
    body: { error: { code: 'Throttled', message: 'slow down' } },
  }))
  await expect(answer).rejects.toMatchObject({ kind: 'refused', status: 429, code: 'Throttled' })
  expect(azure.meter).toEqual({ requests: 5, retries: 4, throttled: 5 })
})

test.each<[string, Answer, number]>([
  ['a 403', { status: 403 }, 1],
  ['a 404', { status: 404 }, 1],
  ['a 501', { status: 501 }, 1],
  ['a redirect', { status: 302, headers: { location: `${vault.uri}/secrets/stripe-key` } }, 1],
  ['a certificate nobody trusts', { error: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 1],
  ['a name that does not resolve', { error: 'ENOTFOUND' }, 2],
  ['a proxy that refuses the tunnel', { error: 'ERR_PROXY_TUNNEL' }, 2],
  ['an address that swallows packets', { error: 'ETIMEDOUT' }, 2],
  ['an answer that never comes', { stall: true }, 3],
])('%s is not asked for more than it is worth', async (_, trouble, tries) => {
  const { answer, sent } = asking(() => trouble)
  await expect(answer).rejects.toBeInstanceOf(AzureFailure)
  expect(sent.length).toBe(tries)
})

test('an answer that never comes gives way to one that does', async () => {
  const { answer } = asking((nth) => (nth === 1 ? { stall: true } : page))
  await expect(answer).resolves.toEqual(page.body)
})

test('the innermost code of a refusal is kept', async () => {
  const body = { error: { code: 'Forbidden', innererror: { code: 'ForbiddenByFirewall' } } }
  const { answer } = asking(() => ({ status: 403, body }))
  await expect(answer).rejects.toMatchObject({ kind: 'refused', status: 403, code: 'ForbiddenByFirewall' })
})

test('a refusal whose reason came through damaged is asked again, and stays a refusal', async () => {
  const whole = { status: 403, body: { error: { code: 'Forbidden', innererror: { code: 'ForbiddenByRbac' } } } }
  const mended = asking((nth) => (nth === 1 ? { status: 403, body: '{"error":{"co' } : whole))
  await expect(mended.answer).rejects.toMatchObject({ status: 403, code: 'ForbiddenByRbac' })
  const broken = asking(() => ({ status: 403, body: '{"error":{"co' }))
  await expect(broken.answer).rejects.toMatchObject({ kind: 'refused', status: 403, code: null })
})

test('a wait longer than the whole call may take is not begun', async () => {
  const { answer, sent } = asking(() => ({ status: 429, headers: { 'retry-after': '600' } }), { overallMs: 1000 })
  await expect(answer).rejects.toMatchObject({ status: 429, retryAfterMs: 600_000 })
  expect(sent.length).toBe(1)
})

test('a claims challenge is answered with a new token of the same tenant', async () => {
  const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: '1767225600' } } })
  const challenge = `Bearer error="insufficient_claims", claims="${btoa(claims)}"`
  const { answer, tokens, sent } = asking((nth) =>
    nth === 1 ? { status: 401, headers: { 'WWW-Authenticate': challenge } } : page,
  )
  await expect(answer).resolves.toEqual(page.body)
  expect(tokens.map((token) => [token.tenantId, token.claims])).toEqual([
    [vault.tenantId, undefined],
    [vault.tenantId, claims],
  ])
  expect(sent.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2'])
})

test('at most 64 requests to vaults are under way, and one that waits for its turn sends nothing yet', async () => {
  let open = 0
  let most = 0
  const { azure } = scriptedAzure(() => page, {
    httpClient: {
      async sendRequest(request) {
        open += 1
        most = Math.max(most, open)
        await new Promise(setImmediate)
        open -= 1
        return { request, status: 200, headers: createHttpHeaders(), bodyAsText: '{"value":[]}' }
      },
    },
  })
  await Promise.all(Array.from({ length: 200 }, () => azure.getFromVault(vault.tenantId, url)))
  expect({ most, ...azure.meter }).toEqual({ most: 64, requests: 200, retries: 0, throttled: 0 })
})
