// Long, as all that a link can be asked is told of one estate. What a calendar gets for the link of a feed: read back by a parser
// of another author, for the eyes of its maker alone.
import ICAL from 'ical.js'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { makeCalendarFeed } from '#lib/commands/make-calendar-feed.ts'
import { revokeCalendarFeed } from '#lib/commands/revoke-calendar-feed.ts'
import type { Person, Role } from '#lib/domain/scope.ts'
import { aRememberedEstate } from '#lib/queries/a-remembered-estate.ts'
import { getCalendarFeed } from '#lib/queries/calendar/get-calendar-feed.ts'
import { answerFeed } from './answer-feed.ts'
import { feedText } from './feed-text.ts'

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const now = new Date('2026-11-23T20:00:00Z')
const url = 'https://kempt.example'
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-09-01'))

const person = (name: string, role: Role): Person => ({
  ...{ objectId: `id-${name}`, tenantId: 't', name, mail: '', groups: [], roles: [role] },
})
const [lead, ana, eve] = [person('Lea', 'Kempt.Lead'), person('Ana', 'Kempt.Owner'), person('Eve', 'Kempt.Owner')]
const secrets = { lead: '', ana: '', eve: '' }
const longName = 'n'.repeat(127)

beforeAll(async () => {
  await estate.snapshot(day('2026-11-01'))
  await estate.snapshot(day('2026-11-23'))
  const shop = await estate.vault('kv-shop', { owner: 'ana', environment: 'prod, "eu"; 🚚\nBEGIN:VEVENT' })
  const lab = await estate.vault('kv-lab', { owner: 'مالك', unread: { keys: ['not', 'forbidden'] } })
  const alone = { managed: false, from: day('2026-11-10') }
  await estate.object(shop, 'stripe-key', {
    ...alone,
    createdAt: day('2026-11-01'),
    expiresAt: new Date('2026-12-14T23:30:00Z'),
  })
  await estate.object(shop, longName, { kind: 'certificate', expiresAt: day('2027-01-02') })
  await estate.object(lab, 'sign', { kind: 'key', expiresAt: day('2026-12-01') })
  // At the ends of what a feed covers, and beyond them.
  await estate.object(lab, 'back-30', { kind: 'key', expiresAt: new Date('2026-10-24T00:00:00Z') })
  await estate.object(lab, 'back-31', { kind: 'key', expiresAt: new Date('2026-10-23T23:59:59Z') })
  await estate.object(lab, 'ahead-400', { kind: 'key', expiresAt: new Date('2027-12-28T23:59:59Z') })
  await estate.object(lab, 'ahead-401', { kind: 'key', expiresAt: new Date('2027-12-29T00:00:00Z') })
  // Seen by a snapshot that has not ended: no feed tells of it yet.
  await estate.snapshot(new Date('2026-11-23T19:00:00Z'), { status: 'running' })
  await estate.object(shop, 'too-new', {
    kind: 'key',
    from: new Date('2026-11-23T19:00:00Z'),
    expiresAt: day('2026-12-01'),
  })
  secrets.lead = await secretOf(lead, 'everything')
  secrets.ana = await secretOf(ana, 'own')
  secrets.eve = await secretOf(eve, 'own')
})

async function secretOf(actor: Person, extent: 'everything' | 'own'): Promise<string> {
  const made = await makeCalendarFeed(db, { now, actor, extent })
  if (!made.done) throw new Error(made.problem)
  return made.secret
}

const ask = (secret: string, { at = now, headers = {} }: { at?: Date; headers?: Record<string, string> } = {}) =>
  answerFeed(new Request(`${url}/calendar/feed/${secret}/kempt.ics`, { headers }), secret, { db, now: at, url })

const eventsIn = (ics: string) =>
  new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
const events = async (secret: string) => eventsIn(await (await ask(secret)).text())

test('a feed is a calendar of whole days, from 30 days back to 400 ahead', async () => {
  const answer = await ask(secrets.lead)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('private, no-cache')
  const found = eventsIn(await answer.text())
  expect(found.map((event) => `${event.startDate} ${event.summary}`)).toEqual([
    '2026-10-24 back-30 expires (kv-lab)',
    '2026-12-01 sign expires (kv-lab)',
    '2026-12-14 stripe-key expires (kv-shop)',
    '2026-12-31 stripe-key is due for rotation (kv-shop)',
    `2027-01-02 ${longName} expires (kv-shop)`,
    '2027-12-28 ahead-400 expires (kv-lab)',
  ])
  expect(found.every((event) => event.startDate.isDate)).toBe(true)
  expect(new Set(found.map(({ uid }) => uid)).size).toBe(found.length)
})

test('an event says whose it is, how to rotate it, and where to read on', async () => {
  const [, , expiry, rotation] = await events(secrets.lead)
  expect(expiry?.description.split('\n')).toEqual([
    'Secret stripe-key in vault kv-shop expires: 2026-12-14 23:30 UTC.',
    'Owner: ana',
    'Environment: prod, "eu"; 🚚 BEGIN:VEVENT',
    'Last rotated on 2026-11-01.',
    '',
    'To rotate it:',
    expect.stringMatching(/^az keyvault secret set --vault-name kv-shop --name stripe-key --file .* --output none$/),
    '',
    'Who reads it, and what else is known: https://kempt.example/vaults/kv-shop/secret/stripe-key',
    'As read on 2026-11-23 06:00 UTC.',
  ])
  expect(rotation?.description).toContain('Last rotated on 2026-11-01, to be rotated within 60 days.')
  expect(expiry?.component.getFirstPropertyValue('url')).toBe('https://kempt.example/vaults/kv-shop/secret/stripe-key')
  expect(expiry?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-23T06:00:00Z')
  expect(expiry?.component.getFirstPropertyValue('last-modified')?.toString()).toBe('2026-11-10T06:00:00Z')
})

test('what could not be read says so, in the event and in what the calendar is about', async () => {
  const [, sign] = await events(secrets.lead)
  expect(sign?.description).toContain('Owner: مالك')
  expect(sign?.description).toContain('As last seen: its list could not be read since 2026-09-01.')
  const calendar = new ICAL.Component(ICAL.parse(await (await ask(secrets.lead)).text()))
  expect(calendar.getFirstPropertyValue('x-wr-caldesc')).toContain('What else is in 1 vault was not seen.')
})

test('an owner reads what was theirs to see, and somebody with nothing an entry that says so', async () => {
  expect((await events(secrets.ana)).map(({ summary }) => summary)).toEqual([
    'stripe-key expires (kv-shop)',
    'stripe-key is due for rotation (kv-shop)',
    `${longName} expires (kv-shop)`,
  ])
  expect((await events(secrets.eve)).map((event) => `${event.startDate} ${event.summary}`)).toEqual([
    '2026-11-23 Kempt: nothing expires or falls due.',
  ])
})

test('an event keeps its mark when its date moves, and counts on', async () => {
  const [before] = await events(secrets.ana)
  const object = await db.vaultObject.findFirstOrThrow({ where: { name: 'stripe-key' } })
  const { id: _, ...state } = await db.objectState.findFirstOrThrow({ where: { objectId: object.id } })
  await db.objectState.updateMany({ where: { objectId: object.id }, data: { validTo: day('2026-11-22') } })
  const moved = { tags: {}, validFrom: day('2026-11-22'), expiresAt: day('2026-12-20') }
  const { id } = await db.objectState.create({ data: { ...state, ...moved } })
  const after = (await events(secrets.ana)).find(({ uid }) => uid === before?.uid)
  expect(after?.startDate.toString()).toBe('2026-12-20')
  expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity)
  await db.objectState.delete({ where: { id } })
  await db.objectState.updateMany({ where: { objectId: object.id }, data: { validTo: null } })
})

test('who asks with the tag of what they have gets nothing new until there is something new', async () => {
  const tag = (await ask(secrets.ana)).headers.get('etag') ?? ''
  expect(tag).toMatch(/^W\/"[\w-]{22}"$/)
  const again = await ask(secrets.ana, { headers: { 'if-none-match': `"other", ${tag}` } })
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
  expect((await ask(secrets.ana, { headers: { 'if-none-match': tag.slice(2) } })).status).toBe(304)
  expect((await ask(secrets.lead, { headers: { 'if-none-match': tag } })).status).toBe(200)
  const tomorrow = new Date('2026-11-24T01:00:00Z')
  expect((await ask(secrets.ana, { headers: { 'if-none-match': tag }, at: tomorrow })).status).toBe(200)
})

test('a link that never was, is mistyped or was revoked gets one and the same answer', async () => {
  const secret = await secretOf(eve, 'own')
  const [latest] = await db.calendarFeed.findMany({ orderBy: { id: 'desc' }, take: 1 })
  await revokeCalendarFeed(db, { now, actor: eve, id: latest?.id ?? 0 })
  const answers = await Promise.all(
    [secret, `${secrets.lead}x`, secrets.lead.slice(1), '', '../..', latest?.secretHash ?? '', 'x'.repeat(10_000)].map(
      async (wrong) => {
        const answer = await ask(wrong, { headers: { 'if-none-match': '*' } })
        return JSON.stringify([answer.status, [...answer.headers], await answer.text()])
      },
    ),
  )
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toContain('[404,')
})

test('a link outlives the role of its maker, but not the vault: what names somebody else is theirs', async () => {
  const secret = await secretOf(ana, 'own')
  const { id } = await db.calendarFeed.findFirstOrThrow({ orderBy: { id: 'desc' } })
  const withoutRole: Person = { ...ana, roles: [] }
  expect(await makeCalendarFeed(db, { now, actor: withoutRole, extent: 'own' })).toMatchObject({ done: false })
  expect(await revokeCalendarFeed(db, { now, actor: withoutRole, id })).toMatchObject({ done: false })
  // Whoever has the link goes on reading (decision 20), until a lead sees to it.
  expect(await events(secret)).toHaveLength(3)
  const vault = await db.vault.findFirstOrThrow({ where: { name: 'kv-shop' } })
  await db.vaultState.updateMany({ where: { vaultId: vault.id }, data: { owner: 'eve' } })
  expect((await events(secret)).map(({ summary }) => summary)).toEqual(['Kempt: nothing expires or falls due.'])
  expect((await events(secrets.eve)).map(({ summary }) => summary)).toContain('stripe-key expires (kv-shop)')
  await db.vaultState.updateMany({ where: { vaultId: vault.id }, data: { owner: 'ana' } })
  expect(await revokeCalendarFeed(db, { now, actor: lead, id })).toMatchObject({ done: true })
  expect((await ask(secret)).status).toBe(404)
})

test('when it was last read is noted, also of a reader who has it all already', async () => {
  const secret = await secretOf(ana, 'own')
  const feed = async () => db.calendarFeed.findFirst({ orderBy: { id: 'desc' } })
  expect((await feed())?.lastReadAt).toBeNull()
  await ask(secret, { headers: { 'if-none-match': '*' } })
  expect((await feed())?.lastReadAt).toEqual(now)
})

test('where there are more dates than a calendar is quick with, each day is one entry that leads to its list', async () => {
  const feed = await getCalendarFeed(db, { secret: secrets.lead })
  if (!feed) throw new Error('no feed')
  const span = { from: day('2026-10-24'), to: day('2027-12-29') }
  const found = eventsIn(await feedText(db, feed, { readAt: day('2026-11-23'), now, span, url, most: 2 }))
  expect(found.map((event) => `${event.startDate} ${event.summary}`)).toContain('2026-12-14 Kempt: 1 expires')
  expect(found.find(({ summary }) => summary === 'Kempt: 1 is due for rotation')?.description).toContain(
    'https://kempt.example/calendar?view=list&day=2026-12-31',
  )
})

test('before the first snapshot a feed says that nothing was read', async () => {
  const before = await ask(secrets.lead, { at: day('2026-10-01') })
  expect(eventsIn(await before.text()).map(({ summary }) => summary)).toEqual(['Kempt: nothing was read yet'])
})
