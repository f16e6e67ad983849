import { EncryptJWT } from 'jose'
import { expect, test } from 'vitest'
import type { Person } from '#lib/domain/scope.ts'
import { isDueForRenewal, openSession, type Session, sealSession } from './session.ts'

const secret = 'a secret of at least thirty-two characters'
const now = new Date('2026-11-23T09:00:00Z')
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

const person: Person = {
  objectId: '0b1c2d3e-0000-4000-8000-000000000001',
  tenantId: '0b1c2d3e-0000-4000-8000-0000000000aa',
  name: 'Ana Silva',
  mail: 'ana.silva@halden.example',
  roles: ['Kempt.Owner'],
  groups: ['team-payments'],
}

const session: Session = { person, groupsIncomplete: false, signedInAt: now, seenAt: now }

test('what was sealed comes back as it was', async () => {
  expect(await openSession(await sealSession(session, { secret, now }), { secret, now })).toEqual(session)
})

test('an hour without a request ends a session', async () => {
  const sealed = await sealSession(session, { secret, now })
  expect(await openSession(sealed, { secret, now: minutesLater(59) })).not.toBeNull()
  expect(await openSession(sealed, { secret, now: minutesLater(60) })).toBeNull()
})

test('ten hours end a session, however busy it was', async () => {
  let sealed = await sealSession(session, { secret, now })
  for (let minutes = 30; minutes < 600; minutes += 30) {
    const open = await openSession(sealed, { secret, now: minutesLater(minutes) })
    if (!open) throw new Error(`ended after ${minutes} minutes`)
    sealed = await sealSession(open, { secret, now: minutesLater(minutes) })
  }
  expect(await openSession(sealed, { secret, now: minutesLater(599) })).not.toBeNull()
  expect(await openSession(sealed, { secret, now: minutesLater(600) })).toBeNull()
})

test('a cookie with any one character changed is no session', async () => {
  const sealed = await sealSession(session, { secret, now })
  for (let at = 0; at < sealed.length; at += 7) {
    const other = sealed[at] === 'A' ? 'B' : 'A'
    const altered = sealed.slice(0, at) + other + sealed.slice(at + 1)
    // The last character of a part may carry unused bits, and then says the same.
    if (Buffer.from(altered, 'base64url').equals(Buffer.from(sealed, 'base64url'))) continue
    expect(await openSession(altered, { secret, now })).toBeNull()
  }
})

test('a cookie sealed with another secret is no session', async () => {
  const sealed = await sealSession(session, { secret: 'another secret, as long as the first one', now })
  expect(await openSession(sealed, { secret, now })).toBeNull()
})

test.each(['', 'x', 'a.b.c.d.e', 'eyJhbGciOiJub25lIn0.e30.', '{"roles":["Kempt.Lead"]}'])(
  '%j is no session',
  async (text) => {
    expect(await openSession(text, { secret, now })).toBeNull()
  },
)

test('the secret itself is not the key, so a token made with it directly is refused', async () => {
  const key = new TextEncoder().encode(secret).slice(0, 32)
  const forged = await new EncryptJWT({ oid: 'x', tid: 'x', name: 'x', mail: 'x', roles: ['Kempt.Lead'], groups: [] })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt(now)
    .setExpirationTime(minutesLater(30))
    .encrypt(key)
  expect(await openSession(forged, { secret, now })).toBeNull()
})

test('a person in very many groups keeps a cookie that browsers accept, and the session says that groups are missing', async () => {
  const groups = Array.from({ length: 200 }, (_, i) => `0b1c2d3e-0000-4000-8000-${String(i).padStart(12, '0')}`)
  const sealed = await sealSession({ ...session, person: { ...person, groups } }, { secret, now })
  const open = await openSession(sealed, { secret, now })
  expect(sealed.length).toBeLessThanOrEqual(3500)
  expect(open?.groupsIncomplete).toBe(true)
  expect(open?.person.groups.length).toBeGreaterThan(30)
})

test('a session is sealed anew once a minute, not with every request', () => {
  expect(isDueForRenewal(session, new Date(now.getTime() + 59_000))).toBe(false)
  expect(isDueForRenewal(session, minutesLater(1))).toBe(true)
})
