// The whole way through Entra, against one of our own that can be told to lie.
import { createHash, generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AppSettings, readAppSettings } from '#lib/settings.ts'
import { authorizeUrl, redeemCode } from './entra-client.ts'
import { newSignInAttempt } from './sign-in-attempt.ts'

const tenantId = '0b1c2d3e-0000-4000-8000-0000000000aa'
const clientId = '0b1c2d3e-0000-4000-8000-0000000000cc'
const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`
const now = new Date('2026-11-23T09:00:00Z')
const seconds = now.getTime() / 1000

const [entra, stranger] = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }))
if (!entra || !stranger) throw new Error('There are two pairs of keys.')

const attempt = newSignInAttempt('/findings')

const claims: JWTPayload = {
  ...{ iss: issuer, aud: clientId, iat: seconds - 10, nbf: seconds - 10, exp: seconds + 3600, tid: tenantId },
  ...{ oid: 'oid-ana', sub: 'pairwise', nonce: attempt.nonce, name: 'Ana Silva', roles: ['Kempt.Lead'] },
}

const signed = (changed: JWTPayload = {}, key = entra.privateKey) =>
  new SignJWT({ ...claims, ...changed }).setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'JWT' }).sign(key)

let server: Server
let settings: AppSettings
let idToken: string
/** What the token endpoint was sent last. */
let asked = new URLSearchParams()

beforeAll(async () => {
  const jwks = JSON.stringify({
    keys: [{ ...(await exportJWK(entra.publicKey)), kid: 'k1', use: 'sig', alg: 'RS256' }],
  })
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      response.setHeader('content-type', 'application/json')
      if (request.url === '/keys') return response.end(jwks)
      asked = new URLSearchParams(body)
      response.end(JSON.stringify({ token_type: 'Bearer', expires_in: 3600, access_token: 'x', id_token: idToken }))
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  settings = readAppSettings({
    DATABASE_URL: 'postgresql://nobody@127.0.0.1/nothing',
    KEMPT_URL: 'https://kempt.halden.example',
    ENTRA_TENANT_ID: tenantId,
    ENTRA_CLIENT_ID: clientId,
    ENTRA_CLIENT_SECRET: 'the-client-secret',
    KEMPT_SESSION_SECRET: 'x'.repeat(32),
    KEMPT_DEMO: '1',
    KEMPT_ENTRA_AUTHORITY_METADATA: JSON.stringify({
      issuer,
      authorization_endpoint: `${own}/authorize`,
      token_endpoint: `${own}/token`,
      jwks_uri: `${own}/keys`,
      end_session_endpoint: `${own}/logout`,
    }),
  })
})
afterAll(() => new Promise((closed) => server.close(closed)))

const redeem = async (token: string | Promise<string>) => {
  idToken = await token
  return redeemCode(settings, attempt, 'the-code', now)
}

test('the browser is sent with a code to come, a state, a nonce and the challenge of a verifier that stays here', async () => {
  const { searchParams } = new URL(await authorizeUrl(settings, attempt))
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'code',
    response_mode: 'query',
    client_id: clientId,
    redirect_uri: 'https://kempt.halden.example/sign-in/callback',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: createHash('sha256').update(attempt.verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  expect(searchParams.toString()).not.toContain(attempt.verifier)
  expect(searchParams.toString()).not.toContain('the-client-secret')
})

test('a code is redeemed with its verifier, and a token that holds names the person', async () => {
  const { person } = await redeem(signed())
  expect(person).toMatchObject({ objectId: 'oid-ana', roles: ['Kempt.Lead'] })
  expect(Object.fromEntries(asked)).toMatchObject({ code: 'the-code', code_verifier: attempt.verifier })
})

test.each<[says: string, token: () => string | Promise<string>]>([
  ['forged: signed by somebody else under the key of Entra', () => signed({}, stranger.privateKey)],
  ['of alg none', () => new UnsecuredJWT(claims).encode()],
  ['expired', () => signed({ iat: seconds - 7200, nbf: seconds - 7200, exp: seconds - 3600 })],
  ['replayed: of another sign-in', () => signed({ nonce: newSignInAttempt('/').nonce })],
  ['of another tenant', () => signed({ tid: '0b1c2d3e-0000-4000-8000-0000000000bb' })],
  ['of another issuer', () => signed({ iss: 'https://login.microsoftonline.com/common/v2.0' })],
  ['for another application', () => signed({ aud: '0b1c2d3e-0000-4000-8000-0000000000dd' })],
  ['no token at all', () => 'not.a.token'],
])('a token that is %s lets nobody in, and what is logged of it holds no token, code or secret', async (_, token) => {
  const refusal = await redeem(token()).then(
    () => null,
    (error: Error) => `${error.name}: ${error.message}`,
  )
  expect(refusal).toMatch(/./)
  for (const secret of [idToken, 'the-code', 'the-client-secret', attempt.verifier, 'x'.repeat(32)])
    expect(refusal).not.toContain(secret)
})
