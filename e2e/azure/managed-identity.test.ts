import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStandIn, type StandIn } from './open-stand-in.ts'
import { smallOrganization } from './small-organization.ts'

let standIn: StandIn
beforeAll(async () => {
  standIn = await openStandIn({ organization: smallOrganization(), services: [] })
})
afterAll(() => standIn.close())

const good = { 'api-version': '2019-08-01', resource: 'https://vault.azure.net' }

function ask(query: Record<string, string>, header = standIn.environment.IDENTITY_HEADER ?? '') {
  const url = `${standIn.environment.IDENTITY_ENDPOINT}?${new URLSearchParams(query)}`
  return fetch(url, { headers: { 'X-IDENTITY-HEADER': header } })
}

test('the identity gets a token for the resource it asks for, as the platform words it', async () => {
  const response = await ask(good)
  expect(response.status).toBe(200)
  const body = await response.json()
  expect(body).toEqual({
    access_token: expect.any(String),
    expires_on: expect.stringMatching(/^\d{10}$/),
    resource: 'https://vault.azure.net',
    token_type: 'Bearer',
    client_id: '44444444-4444-4444-4444-444444444444',
  })
  const claims = decodeJwt(body.access_token)
  expect(claims).toMatchObject({
    aud: 'https://vault.azure.net',
    iss: 'https://sts.windows.net/11111111-1111-1111-1111-111111111111/',
    appid: '44444444-4444-4444-4444-444444444444',
    appidacr: '2',
    idtyp: 'app',
    oid: '33333333-3333-3333-3333-333333333333',
    tid: '11111111-1111-1111-1111-111111111111',
    ver: '1.0',
    xms_mirid:
      '/subscriptions/55555555-5555-5555-5555-555555555555/resourcegroups/rg-kempt/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-kempt',
  })
  expect(Math.abs(Number(body.expires_on) - (claims.exp ?? 0))).toBeLessThanOrEqual(1)
  expect(await standIn.azure.tokens.verify(`Bearer ${body.access_token}`, 'https://vault.azure.net/')).toMatchObject({
    objectId: '33333333-3333-3333-3333-333333333333',
  })
})

test('the identity may be named, by any of its ids, and no other identity is here', async () => {
  expect((await ask({ ...good, client_id: '44444444-4444-4444-4444-444444444444' })).status).toBe(200)
  const resourceId = smallOrganization().kemptIdentity.resourceId
  expect((await ask({ ...good, mi_res_id: resourceId.toUpperCase() })).status).toBe(200)
  expect((await ask({ ...good, principal_id: '33333333-3333-3333-3333-333333333333' })).status).toBe(200)
  const other = await ask({ ...good, client_id: '99999999-9999-9999-9999-999999999999' })
  expect(other.status).toBe(400)
  expect(await other.json()).toMatchObject({ statusCode: 400, message: expect.stringContaining('Managed Identity') })
})

test('without the header of the platform there is no token', async () => {
  expect((await ask(good, '')).status).toBe(401)
  expect((await ask(good, 'guessed')).status).toBe(401)
})

test.each([
  ['an api-version it does not speak', { ...good, 'api-version': '2017-09-01' }],
  ['no resource', { 'api-version': '2019-08-01' }],
  ['a resource the tenant does not know', { ...good, resource: 'https://example.com' }],
])('a request with %s is refused', async (_what, query: Record<string, string>) => {
  expect((await ask(query)).status).toBe(400)
})
