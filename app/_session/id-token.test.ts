import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { type ExpectedToken, verifyIdToken } from './id-token.ts'

const tenantId = '0b1c2d3e-0000-4000-8000-0000000000aa'
const clientId = '0b1c2d3e-0000-4000-8000-0000000000cc'
const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`
const now = new Date('2026-11-23T09:00:00Z')
const seconds = now.getTime() / 1000

const entra = await generateKeyPair('RS256')
const stranger = await generateKeyPair('RS256')
const keys = createLocalJWKSet({
  keys: [{ ...(await exportJWK(entra.publicKey)), kid: 'k1', use: 'sig', alg: 'RS256' }],
})
const expected: ExpectedToken = { keys, issuer, clientId, tenantId, nonce: 'n-1', now }

const claims: JWTPayload = {
  iss: issuer,
  aud: clientId,
  iat: seconds - 10,
  nbf: seconds - 10,
  exp: seconds + 3600,
  oid: '0b1c2d3e-0000-4000-8000-000000000001',
  tid: tenantId,
  sub: 'pairwise',
  nonce: 'n-1',
  name: 'Ana Silva',
  preferred_username: 'ana.silva@halden.example',
  roles: ['Kempt.Owner'],
  groups: ['team-payments', 'TEAM-Ledger'],
}

/** A token with some claims changed; `undefined` leaves one out. */
const signed = (changed: Record<string, unknown> = {}, key = entra.privateKey) =>
  new SignJWT(JSON.parse(JSON.stringify({ ...claims, ...changed })))
    .setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'JWT' })
    .sign(key)

test('a good token names a person, with groups as Entra wrote them', async () => {
  const { person, groupsIncomplete } = await verifyIdToken(await signed(), expected)
  expect(person).toEqual({
    objectId: claims.oid,
    tenantId,
    name: 'Ana Silva',
    mail: 'ana.silva@halden.example',
    roles: ['Kempt.Owner'],
    groups: ['team-payments', 'TEAM-Ledger'],
  })
  expect(groupsIncomplete).toBe(false)
})

test('roles that Kempt does not know are left out', async () => {
  const token = await signed({ roles: ['Kempt.Reader', 'Kempt.Emperor', 'kempt.lead', 'User'] })
  expect((await verifyIdToken(token, expected)).person.roles).toEqual(['Kempt.Reader'])
})

test('somebody without a role is a person without roles, not a fault', async () => {
  const token = await signed({ roles: undefined })
  expect((await verifyIdToken(token, expected)).person.roles).toEqual([])
})

test('more groups than fit a token are stated, not taken for none', async () => {
  const token = await signed({ groups: undefined, _claim_names: { groups: 'src1' }, _claim_sources: { src1: {} } })
  expect(await verifyIdToken(token, expected)).toMatchObject({ person: { groups: [] }, groupsIncomplete: true })
})

describe('a token is refused', () => {
  test.each<[string, Record<string, unknown>]>([
    ['from another issuer', { iss: 'https://login.microsoftonline.com/common/v2.0' }],
    ['for another application', { aud: 'somebody-else' }],
    ['of another tenant', { tid: '0b1c2d3e-0000-4000-8000-0000000000bb' }],
    ['that answers another sign-in', { nonce: 'n-2' }],
    ['without a nonce', { nonce: undefined }],
    ['that has ended', { exp: seconds - 61 }],
    ['that has not begun', { nbf: seconds + 120 }],
    ['that never ends', { exp: undefined }],
    ['that names no person', { oid: undefined }],
    ['whose roles are not a list', { roles: 'Kempt.Lead' }],
  ])('%s', async (_, changed) => {
    await expect(verifyIdToken(await signed(changed), expected)).rejects.toThrow()
  })

  test('signed by somebody else under the same key id', async () => {
    await expect(verifyIdToken(await signed({}, stranger.privateKey), expected)).rejects.toThrow('signature')
  })

  test('not signed at all', async () => {
    await expect(verifyIdToken(new UnsecuredJWT(claims).encode(), expected)).rejects.toThrow()
  })

  test('signed with the public key as if it were a shared secret', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(entra.publicKey)))
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(secret)
    await expect(verifyIdToken(forged, expected)).rejects.toThrow('alg')
  })

  test('altered after signing', async () => {
    const [header, , signature] = (await signed()).split('.')
    const payload = Buffer.from(JSON.stringify({ ...claims, roles: ['Kempt.Lead'] })).toString('base64url')
    await expect(verifyIdToken(`${header}.${payload}.${signature}`, expected)).rejects.toThrow('signature')
  })
})
