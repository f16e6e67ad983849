// Sign-in against a provider that is not ours: the settings of production, and a certified `oidc-provider` where Entra would be.
import { setGlobalProxyFromEnv } from 'node:http'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CertifiedEntra, openCertifiedEntra } from '#e2e/azure/certified-entra/open-certified-entra.ts'
import { readAppSettings } from '#lib/settings.ts'
import { authorizeUrl, redeemCode, redirectUri } from './entra-client.ts'
import { finishSignIn } from './finish-sign-in.ts'
import { newSignInAttempt, type SignInAttempt } from './sign-in-attempt.ts'

const settings = readAppSettings({
  KEMPT_URL: 'https://kempt.halden.example',
  DATABASE_URL: 'postgresql://kempt@127.0.0.1/kempt',
  ENTRA_TENANT_ID: '0b1c2d3e-0000-4000-8000-0000000000aa',
  ENTRA_CLIENT_ID: '0b1c2d3e-0000-4000-8000-0000000000cc',
  ENTRA_CLIENT_SECRET: 'a-client-secret-of-the-test',
  KEMPT_SESSION_SECRET: 'a-session-secret-of-forty-characters-abc',
})
const { tenantId, clientId, clientSecret } = settings.entra

const ana = {
  oid: '0b1c2d3e-0000-4000-8000-000000000001',
  name: 'Ana Silva',
  preferred_username: 'ana.silva@halden.example',
  roles: ['Kempt.Owner'],
  groups: ['team-payments'],
}
let claims: Record<string, unknown> & { oid: string } = ana

let entra: CertifiedEntra
let useNoProxy: () => void
const trusted = getCACertificates('default')
beforeAll(async () => {
  const registration = { tenantId, clientId, clientSecret, redirectUris: [redirectUri(settings)] }
  entra = await openCertifiedEntra(registration, () => claims)
  setDefaultCACertificates([...trusted, entra.certificate])
  useNoProxy = setGlobalProxyFromEnv({ NODE_ENV: 'test', HTTPS_PROXY: entra.proxy })
})
afterAll(async () => {
  useNoProxy()
  setDefaultCACertificates(trusted)
  await entra.close()
})

/** What a browser does: goes where it is sent, with the cookies it was given, until it is sent back to Kempt. */
async function visit(url: string): Promise<URLSearchParams> {
  const jar = new Map<string, string>()
  for (let next = url; ; ) {
    if (next.startsWith(redirectUri(settings))) return new URL(next).searchParams
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      jar.set(name, value)
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`${answer.status}: ${await answer.text()}`)
    next = new URL(location, next).href
  }
}

/** The way back to Kempt, as the callback goes it; `held` is the attempt its cookie holds. */
const finish = (query: URLSearchParams, held: SignInAttempt) =>
  finishSignIn(query, {
    attempt: held,
    signedInAlready: false,
    redeem: (attempt, code) => redeemCode(settings, attempt, code, new Date()),
    record: async () => {},
  })

test('a person signs in by code and PKCE, and the token names them with tenant, roles and groups', async () => {
  claims = ana
  const attempt = newSignInAttempt('/findings?page=2')
  const { signedIn, goTo, cause } = await finish(await visit(await authorizeUrl(settings, attempt)), attempt)
  expect(cause).toBeNull()
  expect(signedIn).toEqual({
    person: {
      objectId: ana.oid,
      tenantId,
      name: 'Ana Silva',
      mail: 'ana.silva@halden.example',
      roles: ['Kempt.Owner'],
      groups: ['team-payments'],
    },
    groupsIncomplete: false,
  })
  expect(goTo).toBe('/findings?page=2')
})

test('the state comes back as it was sent, beside the issuer', async () => {
  const attempt = newSignInAttempt('/')
  const query = await visit(await authorizeUrl(settings, attempt))
  expect(query.get('state')).toBe(attempt.state)
  expect(query.get('iss')).toBe(`https://login.microsoftonline.com/${tenantId}/v2.0`)
})

test('without its PKCE challenge the provider refuses the very same request', async () => {
  const url = new URL(await authorizeUrl(settings, newSignInAttempt('/')))
  for (const name of ['code_challenge', 'code_challenge_method']) url.searchParams.delete(name)
  const query = await visit(url.href)
  expect(query.get('error')).toBe('invalid_request')
  expect(query.get('error_description')).toMatch(/PKCE/i)
})

test('a code is worth nothing to whoever does not hold the verifier', async () => {
  const attempt = newSignInAttempt('/')
  const query = await visit(await authorizeUrl(settings, attempt))
  const thief = { ...attempt, verifier: newSignInAttempt('/').verifier }
  const outcome = await finish(query, thief)
  expect(outcome).toMatchObject({ signedIn: null, goTo: '/sign-in?error=failed' })
  expect(outcome.cause).toContain('invalid_grant')
})

test('a code works once', async () => {
  const attempt = newSignInAttempt('/')
  const query = await visit(await authorizeUrl(settings, attempt))
  expect((await finish(query, attempt)).signedIn).not.toBeNull()
  expect((await finish(query, attempt)).cause).toContain('invalid_grant')
})

test('a token that answers another sign-in signs nobody in', async () => {
  const attempt = newSignInAttempt('/')
  const query = await visit(await authorizeUrl(settings, attempt))
  const outcome = await finish(query, { ...attempt, nonce: newSignInAttempt('/').nonce })
  expect(outcome).toMatchObject({ signedIn: null, goTo: '/sign-in?error=failed' })
  expect(outcome.cause).toMatch(/nonce/)
})

test('a token of another tenant signs nobody in, whoever signed it', async () => {
  claims = { ...ana, tid: '0b1c2d3e-0000-4000-8000-0000000000bb' }
  const attempt = newSignInAttempt('/')
  const outcome = await finish(await visit(await authorizeUrl(settings, attempt)), attempt)
  expect(outcome).toMatchObject({ signedIn: null, cause: 'Error: The id token is of another tenant.' })
})
