import { expect, test } from 'vitest'
import { readOwnIdentity } from './own-identity.ts'

const scope = 'https://management.azure.com/.default'
const identityOf = (token: string) =>
  readOwnIdentity({ getToken: async () => ({ token, expiresOnTimestamp: 0 }) }, scope)
const jwt = (claims: unknown) => ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'sig'].join('.')

test('the token says who Kempt is, in either version of its claims', async () => {
  expect(await identityOf(jwt({ oid: 'o-1', appid: 'a-1' }))).toEqual({ objectId: 'o-1', applicationId: 'a-1' })
  expect(await identityOf(jwt({ oid: 'o-1', azp: 'a-2' }))).toEqual({ objectId: 'o-1', applicationId: 'a-2' })
})

test.each([
  ['opaque', 'opaque-token'],
  ['garbled', 'a.bm90LWpzb24.c'],
  ['of nobody', jwt({ aud: 'x' })],
  ['of a number', jwt({ oid: 7 })],
])('a token that is %s says nothing', async (_, token) => {
  expect(await identityOf(token)).toBeNull()
})
