// Who makes a feed of what, who revokes it, and what is kept of its link.
import { beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { Person, Role } from '#lib/domain/scope.ts'
import { getCalendarFeed, hashOfSecret } from '#lib/queries/calendar/get-calendar-feed.ts'
import { listCalendarFeeds } from '#lib/queries/calendar/list-calendar-feeds.ts'
import type { FeedExtent } from './calendar-feed-rights.ts'
import { makeCalendarFeed, mostFeeds } from './make-calendar-feed.ts'
import { noteFeedRead } from './note-feed-read.ts'
import { revokeCalendarFeed } from './revoke-calendar-feed.ts'

const db = await freshDatabase()
const now = new Date('2026-11-23T07:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

const person = (name: string, roles: Role[]): Person => ({
  ...{ objectId: `id-${name}`, tenantId: 't', name, mail: `${name}@Halden.example`, groups: ['Team Checkout'], roles },
})
const lead = person('Ana', ['Kempt.Lead'])
const reader = person('Ingrid', ['Kempt.Reader'])
const owner = person('Mateo', ['Kempt.Owner'])
const nobody = person('Daniel', [])

beforeEach(async () => {
  await db.calendarFeed.deleteMany()
})

async function made(actor: Person, extent: FeedExtent = 'own') {
  const result = await makeCalendarFeed(db, { now, actor, extent })
  if (!result.done) throw new Error(result.problem)
  return result
}

test('who sees everything may make a feed of it, and everybody with a role one of what is theirs', async () => {
  expect(await made(lead, 'everything')).toMatchObject({ kind: 'everything', owners: [] })
  expect(await made(reader, 'everything')).toMatchObject({ kind: 'everything' })
  expect(await made(lead)).toMatchObject({ kind: 'owned' })
  expect(await made(owner)).toMatchObject({
    ...{ kind: 'owned', owners: ['mateo', 'mateo@halden.example', 'id-mateo', 'team checkout'] },
  })
})

test('nobody makes a feed of more than they see', async () => {
  const refused = { done: false, problem: 'not-allowed' }
  expect(await makeCalendarFeed(db, { now, actor: owner, extent: 'everything' })).toEqual(refused)
  expect(await makeCalendarFeed(db, { now, actor: nobody, extent: 'own' })).toEqual(refused)
  expect(await makeCalendarFeed(db, { now, actor: nobody, extent: 'everything' })).toEqual(refused)
  expect(await db.calendarFeed.count()).toBe(0)
})

test('of the secret only its hash is kept, and it opens what its maker could see', async () => {
  const { id, secret } = await made(owner)
  expect(secret).toMatch(/^[\w-]{43}$/)
  const row = await db.calendarFeed.findUniqueOrThrow({ where: { id } })
  expect(JSON.stringify(row)).not.toContain(secret)
  expect(row.secretHash).toBe(hashOfSecret(secret))
  expect(await getCalendarFeed(db, { secret })).toMatchObject({
    ...{ id, personName: 'Mateo', scope: { kind: 'owned', owners: row.owners } },
  })
  expect(await getCalendarFeed(db, { secret: row.secretHash })).toBeNull()
  expect(await getCalendarFeed(db, { secret: '' })).toBeNull()
  expect((await made(owner)).secret).not.toBe(secret)
})

test('its maker revokes it, and so does a lead; for others it is not there', async () => {
  const first = await made(owner)
  const second = await made(owner)
  const notThere = { done: false, problem: 'not-there' }
  expect(await revokeCalendarFeed(db, { now, actor: reader, id: first.id })).toEqual(notThere)
  expect(await revokeCalendarFeed(db, { now, actor: person('Eve', ['Kempt.Owner']), id: first.id })).toEqual(notThere)
  expect(await getCalendarFeed(db, { secret: first.secret })).not.toBeNull()

  expect(await revokeCalendarFeed(db, { now, actor: owner, id: first.id })).toEqual({ done: true, personName: 'Mateo' })
  expect(await revokeCalendarFeed(db, { now, actor: lead, id: second.id })).toMatchObject({ done: true })
  expect(await getCalendarFeed(db, { secret: first.secret })).toBeNull()
  expect(await getCalendarFeed(db, { secret: second.secret })).toBeNull()
  expect(await db.calendarFeed.findUnique({ where: { id: second.id } })).toMatchObject({
    ...{ revokedAt: now, revokedBy: 'Ana@Halden.example' },
  })
})

test('what is revoked cannot be revoked again, and who has no role revokes nothing', async () => {
  const { id } = await made(owner)
  expect(await revokeCalendarFeed(db, { now, actor: { ...owner, roles: [] }, id })).toEqual({
    ...{ done: false, problem: 'not-allowed' },
  })
  await revokeCalendarFeed(db, { now, actor: lead, id })
  expect(await revokeCalendarFeed(db, { now, actor: lead, id })).toEqual({ done: false, problem: 'not-there' })
  expect(await revokeCalendarFeed(db, { now, actor: lead, id: 0 })).toEqual({ done: false, problem: 'not-there' })
})

test('a person has so many feeds and no more, until one is revoked', async () => {
  for (let feeds = 0; feeds < mostFeeds; feeds++) await made(owner)
  expect(await makeCalendarFeed(db, { now, actor: owner, extent: 'own' })).toEqual({ done: false, problem: 'too-many' })
  await made(lead)
  const [{ id } = { id: 0 }] = await listCalendarFeeds(db, { personId: owner.objectId })
  await revokeCalendarFeed(db, { now, actor: owner, id })
  expect(await made(owner)).toMatchObject({ done: true })
})

test('people see their own feeds, a lead those of everybody, and none shows what is revoked or its hash', async () => {
  const { id, secret } = await made(owner)
  await made(lead, 'everything')
  const gone = await made(owner)
  await revokeCalendarFeed(db, { now, actor: owner, id: gone.id })
  expect(await listCalendarFeeds(db, { personId: null })).toHaveLength(2)
  const own = await listCalendarFeeds(db, { personId: owner.objectId })
  expect(own).toMatchObject([{ id, kind: 'owned', personName: 'Mateo', createdAt: now, lastReadAt: null }])
  expect(JSON.stringify(own)).not.toContain(hashOfSecret(secret))
})

test('when it was last read is kept to the hour', async () => {
  const { id } = await made(owner)
  const read = async (minutes: number) => {
    await noteFeedRead(db, { id, now: later(minutes) })
    return (await db.calendarFeed.findUniqueOrThrow({ where: { id } })).lastReadAt
  }
  expect(await read(0)).toEqual(now)
  expect(await read(59)).toEqual(now)
  expect(await read(60)).toEqual(later(60))
})
