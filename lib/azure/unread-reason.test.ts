import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Answer, forbidden, scriptedAzure, vault } from './testing/scripted-azure.ts'
import { unreadReason } from './unread-reason.ts'
import { AzureFailure } from './wire/azure-failure.ts'

const about = 'the secrets of vault kv-orders'

async function reasonFor(answer: Answer) {
  const { azure } = scriptedAzure(() => answer)
  return azure.getFromVault(vault.tenantId, `${vault.uri}/secrets`).then(
    () => 'read',
    (failure: unknown) => unreadReason(failure, about),
  )
}

const error = (status: number, code: string): Answer => ({ status, body: { error: { code, message: 'no' } } })

test.each<[Answer, string, string]>([
  [forbidden('ForbiddenByRbac'), 'forbidden-by-rbac', '403 ForbiddenByRbac, no role'],
  [forbidden('AccessDenied'), 'forbidden-by-access-policy', '403 AccessDenied, no access policy'],
  [forbidden('ForbiddenByFirewall'), 'forbidden-by-firewall', '403 ForbiddenByFirewall, the firewall'],
  [forbidden('ForbiddenByConnection'), 'forbidden-by-connection', '403 ForbiddenByConnection, public network access'],
  [error(403, 'AuthorizationFailed'), 'forbidden', '403 AuthorizationFailed'],
  [{ status: 403, headers: { 'content-type': 'text/html' }, body: '<html>' }, 'forbidden', '403, this identity'],
  [error(400, 'ForbiddenByRbac'), 'forbidden-by-rbac', '400 ForbiddenByRbac'],
  [error(401, 'Unauthorized'), 'sign-in-failed', '401 Unauthorized'],
  [error(404, 'SecretNotFound'), 'not-found', '404 SecretNotFound'],
  [error(429, 'Throttled'), 'throttled', '429 Throttled'],
  [error(400, 'BadParameter'), 'server-error', '400 BadParameter'],
  [{ status: 500 }, 'server-error', '500'],
  [{ status: 504 }, 'timed-out', '504'],
  [{ stall: true }, 'timed-out', 'no complete answer'],
  [{ error: 'ENOTFOUND' }, 'name-not-resolved', 'ENOTFOUND, the host name does not resolve'],
  [{ error: 'ECONNREFUSED' }, 'connection-failed', 'ECONNREFUSED'],
  [{ error: 'ERR_PROXY_TUNNEL' }, 'connection-failed', 'ERR_PROXY_TUNNEL'],
  [{ error: 'CERT_HAS_EXPIRED' }, 'connection-failed', 'CERT_HAS_EXPIRED'],
  [{ body: 'not json' }, 'malformed-answer', 'cannot be understood'],
])('%o is %s', async (answer, code, words) => {
  const reason = await reasonFor(answer)
  expect(reason).toMatchObject({ code, detail: expect.stringContaining(`Could not read ${about}: `) })
  expect(reason).toMatchObject({ detail: expect.stringContaining(words) })
})

test('a firewall names the address to let in', async () => {
  const said = 'Client address is not authorized.\r\nClient address: 20.126.176.160\r\nCaller: appid=1'
  expect(await reasonFor(forbidden('ForbiddenByFirewall', said))).toMatchObject({
    detail: expect.stringContaining('(20.126.176.160).'),
  })
})

test('what Azure says goes no further than its code: no token, no caller, no address of a proxy', async () => {
  const said = 'Bearer eyJhbGciOi.eyJhdWQi.c2ln for appid=42;oid=43 at 2026-11-23T10:00:00Z'
  const { detail } = unreadReason(new AzureFailure(said, { kind: 'refused', status: 403, code: said, said }), about)
  expect(detail).toBe('Could not read the secrets of vault kv-orders: 403, this identity may not do it.')
})

test('an answer an SDK stumbles over, and one of another shape, are malformed', () => {
  expect(unreadReason(new TypeError('reading error'), about).code).toBe('malformed-answer')
  expect(unreadReason(z.string().safeParse(1).error, about).detail).toContain('unexpected fields')
})

test('a sentence stays short whatever the names in it', () => {
  expect(unreadReason(new TypeError('x'), 'x'.repeat(900)).detail.length).toBe(300)
})
