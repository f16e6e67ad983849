import { beforeEach, expect, test } from 'vitest'
import { asked, authorizePath, backAt, bodyOf, createVisitor, organization, textOf, tokenPath } from './visitor.ts'

const { tenantId, people } = organization
const mara = people[0]?.objectId ?? ''

let visitor: ReturnType<typeof createVisitor>
beforeEach(() => {
  visitor = createVisitor()
})

test('discovery names this tenant, and the keys that sign its tokens', async () => {
  const configuration = bodyOf(await visitor.send('GET', `/${tenantId}/v2.0/.well-known/openid-configuration`))
  expect(configuration).toMatchObject({
    issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    jwks_uri: `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`,
    authorization_endpoint: `https://login.microsoftonline.com${authorizePath}`,
  })
  expect(configuration).not.toHaveProperty('code_challenge_methods_supported')
  expect(bodyOf(await visitor.send('GET', '/common/discovery/instance'))).toMatchObject({ 'api-version': '1.1' })
  expect(bodyOf(await visitor.send('GET', `/${tenantId}/discovery/v2.0/keys`)).keys).toMatchObject([
    { kty: 'RSA', use: 'sig' },
  ])
  const foreign = await visitor.send(
    'GET',
    '/99999999-9999-9999-9999-999999999999/v2.0/.well-known/openid-configuration',
  )
  expect(bodyOf(foreign)).toMatchObject({ error: 'invalid_tenant', error_codes: [90002] })
})

test('the page offers every person with title, name, address and role, safely written', async () => {
  const page = await visitor.send('GET', authorizePath, asked)
  expect(page.status).toBe(200)
  const html = textOf(page)
  for (const word of [
    'Mara Lindqvist',
    'Head of Security',
    'a1@small.example',
    '>Lead<',
    '>No role<',
    'Small &#38; Sons',
    'Cancel',
  ]) {
    expect(html).toContain(word)
  }
  expect(html).toContain('Ines &#60;Reader&#62;')
  expect(html).not.toContain('Ines <Reader>')
  expect(html.match(/name="choice"/g)).toHaveLength(people.length + 1)
  // A browser applies form-action to where the form is sent on as well.
  expect(page.headers?.['content-security-policy']).toContain("form-action 'self' http://127.0.0.1:3000;")
})

test('Cancel goes back saying so', async () => {
  expect(backAt(await visitor.pick('cancel'))).toMatchObject({
    error: 'access_denied',
    error_subcode: 'cancel',
    state: 'state-1',
  })
})

test.each([
  ['another tenant', '/99999999-9999-9999-9999-999999999999/oauth2/v2.0/authorize', {}, '90002'],
  ['another application', authorizePath, { client_id: 'other' }, '700016'],
  ['an address elsewhere', authorizePath, { redirect_uri: 'https://evil.example/callback' }, '50011'],
  ['an address that only looks local', authorizePath, { redirect_uri: 'http://localhost.evil.example/' }, '50011'],
  ['a script for an address', authorizePath, { redirect_uri: 'javascript:alert(1)//127.0.0.1' }, '50011'],
])('a sign-in for %s is told on the spot and sent nowhere', async (_what, path, fields, number) => {
  const refused = await visitor.send('GET', path, { ...asked, ...fields })
  expect(refused.status).toBe(400)
  expect(refused.headers).not.toHaveProperty('location')
  expect(textOf(refused)).toContain(`AADSTS${number}`)
})

test.each([
  ['another response type', { response_type: 'id_token' }, 'unsupported_response_type'],
  ['no scope', { scope: undefined }, 'invalid_request'],
  ['a challenge too short', { code_challenge: 'short' }, 'invalid_request'],
  ['an unknown challenge method', { code_challenge_method: 'S512' }, 'invalid_request'],
  ['an unknown response mode', { response_mode: 'pigeon' }, 'invalid_request'],
])('a sign-in with %s goes back with the reason', async (_what, fields, error) => {
  expect(backAt(await visitor.send('GET', authorizePath, { ...asked, ...fields }))).toMatchObject({
    error,
    state: 'state-1',
  })
})

test('fragment and form_post bring the code as asked', async () => {
  const fragment = await visitor.pick(mara, { response_mode: 'fragment' })
  expect(String(fragment.headers?.location)).toMatch(/callback#code=.+&state=state-1/)
  const form = await visitor.pick(mara, { response_mode: 'form_post' })
  expect(form.status).toBe(200)
  expect(textOf(form)).toMatch(
    /<form method="post" action="http:\/\/127.0.0.1:3000\/sign-in\/callback">\s*<input type="hidden" name="code"/,
  )
})

test('a login hint puts that person first; prompt=none signs in who is signed in, silently, and nobody else', async () => {
  const hinted = textOf(await visitor.send('GET', authorizePath, { ...asked, login_hint: 'C3@small.example' }))
  expect(hinted.indexOf('c3@small.example')).toBeLessThan(hinted.indexOf('a1@small.example'))

  const silent = { ...asked, prompt: 'none' }
  expect(backAt(await visitor.send('GET', authorizePath, silent))).toMatchObject({ error: 'login_required' })
  const cookie = String((await visitor.pick(mara)).headers?.['set-cookie']).split(';')[0] ?? ''
  expect(backAt(await visitor.send('GET', authorizePath, silent, { cookie }))).toMatchObject({
    code: expect.any(String),
  })
  const other = await visitor.send('GET', authorizePath, { ...silent, login_hint: 'b2@small.example' }, { cookie })
  expect(backAt(other)).toMatchObject({ error: 'login_required' })
})

test('sign-out forgets the session and returns to the application, never elsewhere', async () => {
  const path = `/${tenantId}/oauth2/v2.0/logout`
  const back = await visitor.send('GET', path, { post_logout_redirect_uri: 'http://127.0.0.1:3000/bye', state: 's' })
  expect(back).toMatchObject({ status: 302, headers: { location: 'http://127.0.0.1:3000/bye?state=s' } })
  expect(back.headers?.['set-cookie']).toContain('Max-Age=0')
  const elsewhere = await visitor.send('GET', path, { post_logout_redirect_uri: 'https://evil.example/' })
  expect(elsewhere.status).toBe(200)
  expect(textOf(elsewhere)).toContain('You signed out')
})

test('on loopback there are the two pages a browser needs and nothing else', () => {
  expect(visitor.entra.answersFor('127.0.0.1', authorizePath)).toBe(true)
  expect(visitor.entra.answersFor('127.0.0.1', `/${tenantId}/oauth2/v2.0/logout`)).toBe(true)
  expect(visitor.entra.answersFor('127.0.0.1', tokenPath)).toBe(false)
  expect(visitor.entra.answersFor('login.microsoftonline.com', tokenPath)).toBe(true)
})
