import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import { beforeEach, expect, test } from 'vitest'
import { backAt, bodyOf, createVisitor, type Fields, organization, tokenPath, tokens, verifier } from './visitor.ts'

const { tenantId, kempt, kemptIdentity, people } = organization
const mara = people[0]?.objectId ?? ''

let visitor: ReturnType<typeof createVisitor>
beforeEach(() => {
  visitor = createVisitor()
})

test('choosing a person leads through code and PKCE to a signed id token', async () => {
  const back = backAt(await visitor.pick(mara))
  expect(back).toMatchObject({ state: 'state-1', session_state: expect.any(String) })
  const response = await visitor.redeem(back.code ?? '')
  expect(response.status).toBe(200)
  const body = bodyOf(response)
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3900, refresh_token: expect.any(String) })
  expect(JSON.parse(Buffer.from(String(body.client_info), 'base64url').toString())).toEqual({
    uid: mara,
    utid: tenantId,
  })

  const idToken = String(body.id_token)
  expect(decodeProtectedHeader(idToken)).toMatchObject({ alg: 'RS256', typ: 'JWT', kid: expect.any(String) })
  const { payload } = await jwtVerify(idToken, createLocalJWKSet(tokens.jwks()), {
    issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    audience: kempt.clientId,
  })
  expect(payload).toMatchObject({
    name: 'Mara Lindqvist',
    preferred_username: 'a1@small.example',
    oid: mara,
    tid: tenantId,
    nonce: 'nonce-1',
    roles: ['Kempt.Lead'],
    groups: ['Security'],
    ver: '2.0',
  })
  expect(payload.sub).not.toBe(mara)
  expect(decodeJwt(String(body.access_token)).aud).toBe('https://graph.microsoft.com')
})

test('without a role there is no roles claim, and with too many groups only where to ask for them', async () => {
  const body = bodyOf(await visitor.redeem(await visitor.codeFor(people[3]?.objectId ?? '')))
  const claims = decodeJwt(String(body.id_token))
  expect(claims).not.toHaveProperty('roles')
  expect(claims).not.toHaveProperty('groups')
  expect(claims._claim_names).toEqual({ groups: 'src1' })
})

test('a refresh token brings new tokens, without the old nonce', async () => {
  const first = bodyOf(await visitor.redeem(await visitor.codeFor(mara)))
  const form = { grant_type: 'refresh_token', refresh_token: String(first.refresh_token), code_verifier: undefined }
  const second = bodyOf(await visitor.redeem('', { ...form, code: undefined }))
  expect(decodeJwt(String(second.id_token))).toMatchObject({ oid: mara })
  expect(decodeJwt(String(second.id_token))).not.toHaveProperty('nonce')
  const forged = await visitor.redeem('', { ...form, refresh_token: 'made up' })
  expect(bodyOf(forged)).toMatchObject({ error: 'invalid_grant', error_codes: [70000] })
})

test.each([
  ['a code used twice', 54005, 'invalid_grant', {}, (code: string) => visitor.redeem(code)],
  ['a wrong verifier', 501481, 'invalid_grant', { code_verifier: `${verifier}x` }, null],
  ['no verifier', 501481, 'invalid_grant', { code_verifier: undefined }, null],
  ['another redirect address', 500112, 'invalid_client', { redirect_uri: 'http://127.0.0.1:3000/elsewhere' }, null],
  ['a wrong secret', 7000215, 'invalid_client', { client_secret: 'guess' }, null],
  ['no secret', 7000218, 'invalid_client', { client_secret: undefined }, null],
  ['an unknown application', 700016, 'unauthorized_client', { client_id: 'unknown' }, null],
  [
    'an application that did not ask',
    70000,
    'invalid_grant',
    { client_id: kemptIdentity.applicationId, client_secret: kemptIdentity.secret },
    null,
  ],
  ['an invented code', 70000, 'invalid_grant', { code: 'invented' }, null],
  ['an unknown grant', 70003, 'unsupported_grant_type', { grant_type: 'password' }, null],
] as const)('%s is refused with AADSTS%i', async (_what, number, error, fields, before) => {
  const code = await visitor.codeFor(mara)
  await before?.(code)
  const refused = await visitor.redeem(code, fields)
  expect(refused.status).toBe(String(number).startsWith('70002') ? 401 : 400)
  expect(bodyOf(refused)).toMatchObject({
    error,
    error_codes: [number],
    error_description: expect.stringMatching(
      new RegExp(`^AADSTS${number}: .* Trace ID: .* Correlation ID: .* Timestamp: .*Z$`, 's'),
    ),
    error_uri: `https://login.microsoftonline.com/error?code=${number}`,
  })
})

test('a wrong verifier spends the code', async () => {
  const code = await visitor.codeFor(mara)
  await visitor.redeem(code, { code_verifier: 'wrong' })
  expect(bodyOf(await visitor.redeem(code))).toMatchObject({ error_codes: [54005] })
})

test('a code lasts ten minutes', async () => {
  const [early, late] = [await visitor.codeFor(mara), await visitor.codeFor(mara)]
  visitor.time.nowMs += 10 * 60_000 - 1
  expect((await visitor.redeem(early)).status).toBe(200)
  visitor.time.nowMs += 1
  expect(bodyOf(await visitor.redeem(late))).toMatchObject({ error: 'invalid_grant', error_codes: [70008] })
})

test('the correlation id of the client is given back', async () => {
  const refused = await visitor.send('POST', tokenPath, {}, { 'client-request-id': 'mine' })
  expect(bodyOf(refused)).toMatchObject({ correlation_id: 'mine', error_codes: [900144] })
})

test('the identity gets an application token with its secret, for a resource the tenant knows', async () => {
  const form = {
    grant_type: 'client_credentials',
    client_id: kemptIdentity.applicationId,
    client_secret: kemptIdentity.secret,
    scope: 'https://vault.azure.net/.default',
  }
  const claims = decodeJwt(String(bodyOf(await visitor.send('POST', tokenPath, form)).access_token))
  expect(claims).toMatchObject({
    aud: 'https://vault.azure.net',
    appid: kemptIdentity.applicationId,
    appidacr: '1',
    ver: '1.0',
  })
  const refused = async (fields: Fields) =>
    bodyOf(await visitor.send('POST', tokenPath, { ...form, ...fields })).error_codes
  expect(await refused({ scope: 'https://example.com/.default' })).toEqual([500011])
  expect(await refused({ scope: 'https://vault.azure.net/read' })).toEqual([1002012])
  expect(await refused({ client_secret: 'guess' })).toEqual([7000215])
  expect(await refused({ client_id: kempt.clientId, client_secret: kempt.clientSecret })).toEqual([7000229])
})

test('the application people sign in with gets a token for itself with its secret, and for nothing else', async () => {
  const form = {
    grant_type: 'client_credentials',
    client_id: kempt.clientId,
    client_secret: kempt.clientSecret,
    scope: `${kempt.clientId}/.default`,
  }
  const claims = decodeJwt(String(bodyOf(await visitor.send('POST', tokenPath, form)).access_token))
  expect(claims).toMatchObject({ aud: kempt.clientId, appid: kempt.clientId })
  expect(bodyOf(await visitor.send('POST', tokenPath, { ...form, client_secret: 'guess' }))).toMatchObject({
    error_codes: [7000215],
  })
})
