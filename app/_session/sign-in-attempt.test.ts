import { expect, test } from 'vitest'
import { sealSession } from './session.ts'
import { challengeOf, newSignInAttempt, openAttempt, returnToInState, sealAttempt } from './sign-in-attempt.ts'

const secret = 'a secret of at least thirty-two characters'
const now = new Date('2026-11-23T09:00:00Z')

test('an attempt survives the way through Entra', async () => {
  const attempt = newSignInAttempt('/findings?page=2')
  expect(await openAttempt(await sealAttempt(attempt, { secret, now }), { secret, now })).toEqual(attempt)
})

test('two attempts share neither state, nonce nor verifier', () => {
  const [one, two] = [newSignInAttempt('/'), newSignInAttempt('/')]
  expect(new Set([one.state, one.nonce, one.verifier, two.state, two.nonce, two.verifier]).size).toBe(6)
})

test('a quarter of an hour later an attempt is void', async () => {
  const sealed = await sealAttempt(newSignInAttempt('/'), { secret, now })
  expect(await openAttempt(sealed, { secret, now: new Date('2026-11-23T09:15:00Z') })).toBeNull()
})

test('a session cookie is not taken for an attempt', async () => {
  const person = { objectId: 'o', tenantId: 't', name: 'n', mail: 'm', roles: [], groups: [] }
  const session = { person, groupsIncomplete: false, signedInAt: now, seenAt: now }
  expect(await openAttempt(await sealSession(session, { secret, now }), { secret, now })).toBeNull()
})

test('no cookie is no attempt', async () => {
  expect(await openAttempt(undefined, { secret, now })).toBeNull()
})

test('the challenge is the one of RFC 7636, appendix B', () => {
  expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
})

test('a state tells where it wanted to lead, and never off this site', () => {
  expect(returnToInState(newSignInAttempt('/vaults/3').state)).toBe('/vaults/3')
  expect(returnToInState(`x.${Buffer.from('//evil.example').toString('base64url')}`)).toBe('/')
  expect(returnToInState('x')).toBe('/')
})
