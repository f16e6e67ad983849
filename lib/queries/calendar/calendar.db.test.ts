// What is in the calendar, when, for whom, and as of which day. Long because every promise of it is kept over one estate.
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { Scope } from '#lib/domain/scope.ts'
import { aRememberedEstate, everything, ownedBy } from '../a-remembered-estate.ts'
import { aRememberedLog } from '../a-remembered-log.ts'
import { type CalendarFilter, type CalendarSpan, dueBy, everyEvent } from './calendar-filter.ts'
import { countEvents } from './count-events.ts'
import { countEventsByDay } from './count-events-by-day.ts'
import type { CalendarEvent } from './event-rows.ts'
import { exportEvents } from './export-events.ts'
import { getCalendarReach } from './get-calendar-reach.ts'
import { listEvents } from './list-events.ts'
import { listFeedEvents } from './list-feed-events.ts'

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const midnight = (text: string) => new Date(`${text}T00:00:00Z`)
const at = new Date('2026-11-23T07:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-09-01'))
const log = aRememberedLog(db)

beforeAll(async () => {
  await db.policyVersion.create({
    data: {
      createdAt: day('2026-09-01'),
      createdBy: 'test',
      policy: { overrides: [{ selector: { environments: ['Production'] }, thresholds: { rotationDays: 30 } }] },
    },
  })
  await estate.snapshot(day('2026-09-01'))
  await estate.snapshot(day('2026-11-23'))
  const shop = await estate.vault('kv-shop', { owner: 'ana', environment: 'production' })
  const lab = await estate.vault('kv-lab', { owner: 'eve', subscription: 'sub-lab' })
  const dark = await estate.vault('kv-dark', { owner: 'eve' })
  await estate.vault('kv-blind', { unread: { secrets: ['not', 'forbidden'], keys: ['partly', 'throttled'] } })
  await estate.vault('kv-gone', { goneAt: day('2026-10-01') })
  const alone = { managed: false }

  // Secrets are due after thirty days in production, and after sixty elsewhere.
  await estate.object(shop, 'stripe', { ...alone, createdAt: day('2026-11-15'), expiresAt: day('2026-12-20') })
  await estate.object(shop, 'smtp', { ...alone, createdAt: day('2026-10-01'), owner: 'bo' })
  await estate.object(lab, 'token', { ...alone, from: day('2026-11-16'), createdAt: day('2026-11-15') })
  // At the edges of a day in UTC; in Kathmandu both are on another one.
  await estate.object(lab, 'first', {
    kind: 'key',
    createdAt: day('2026-09-01'),
    expiresAt: new Date('2026-12-20T00:00:00.000Z'),
  })
  await estate.object(lab, 'last', {
    kind: 'key',
    createdAt: day('2026-09-01'),
    expiresAt: new Date('2026-12-20T23:59:59.999Z'),
  })
  const expired = await estate.object(lab, 'old', { kind: 'certificate', expiresAt: day('2026-11-20') })
  await estate.object(lab, 'now', { kind: 'key', expiresAt: at })
  await estate.object(lab, 'off', {
    ...alone,
    enabled: false,
    createdAt: day('2026-11-15'),
    expiresAt: day('2026-12-20'),
  })
  const tls = await estate.object(shop, 'tls', { kind: 'certificate', expiresAt: day('2026-12-24'), owner: 'bo' })
  await estate.object(shop, 'tls', { managed: true, createdAt: day('2026-11-15'), expiresAt: day('2026-12-24') })
  await estate.object(lab, 'veiled', { managed: null, createdAt: day('2026-11-15'), expiresAt: day('2027-03-01') })
  await estate.object(dark, 'kept', { ...alone, createdAt: day('2026-11-15') })
  await db.objectDetail.create({ data: { ...tls, validFrom: day('2026-09-01'), renewsItself: true } })
  await estate.rule('certificate-expired')
  await estate.waiver(expired, 'certificate-expired', { from: day('2026-11-21'), to: day('2026-12-01') })
  // What was read until October is not read any more, first for one reason and then for another.
  await db.observation.updateMany({
    where: { vaultId: dark.vaultId, part: 'secrets' },
    data: { validTo: day('2026-10-10') },
  })
  for (const [from, to, reasonCode] of [
    ['2026-10-10', '2026-11-01', 'throttled'],
    ['2026-11-01', null, 'forbidden'],
  ] as const) {
    const held = { validFrom: day(from), validTo: to && day(to) }
    await db.observation.create({
      data: { vaultId: dark.vaultId, part: 'secrets', status: 'not', reasonCode, ...held },
    })
  }
  await log.calls(await log.caller('web'), { vaultId: shop.vaultId, name: 'stripe' }, { on: '2026-11-22' })
})

const december: CalendarSpan = { from: midnight('2026-12-01'), to: midnight('2027-01-01') }
const always: CalendarSpan = { from: null, to: null }

type Asked = { scope?: Scope; span?: CalendarSpan; when?: Date } & Partial<CalendarFilter>

const ask = ({ span = always, when = at, scope: _, ...filter }: Asked) => ({
  ...{ at: when, span, filter: { ...everyEvent, ...filter } },
})
const list = async (asked: Asked = {}) =>
  (await listEvents(db, asked.scope ?? everything, { ...ask(asked), page: 1, pageSize: 100 })).map(said)
const said = ({ dueAt, what, name }: Pick<CalendarEvent, 'dueAt' | 'what' | 'name'>) =>
  `${dueAt.toISOString().slice(0, 10)} ${what} ${name}`

test('expiries and rotations come in the order of their dates, a certificate once and nothing that is disabled', async () => {
  expect(await list()).toEqual([
    '2026-10-31 rotation smtp',
    '2026-11-20 expiry old',
    '2026-11-23 expiry now',
    '2026-12-15 rotation stripe',
    '2026-12-20 expiry first',
    '2026-12-20 expiry stripe',
    '2026-12-20 expiry last',
    '2026-12-24 expiry tls',
    '2027-01-14 rotation kept',
    '2027-01-14 rotation token',
    '2027-03-01 expiry veiled',
  ])
})

test('a secret is due by the threshold that applies to it', async () => {
  const events = await listEvents(db, everything, { ...ask({ events: ['rotation'] }), page: 1, pageSize: 9 })
  expect(events.map(({ name, rotationDays }) => [name, rotationDays])).toEqual([
    ['smtp', 30],
    ['stripe', 30],
    ['kept', 60],
    ['token', 60],
  ])
})

test('days are counted in UTC, their first and last instant included', async () => {
  expect(await countEventsByDay(db, everything, ask({ span: december }))).toEqual([
    { day: '2026-12-15', expiry: 0, rotation: 1 },
    { day: '2026-12-20', expiry: 3, rotation: 0 },
    { day: '2026-12-24', expiry: 1, rotation: 0 },
  ])
  const twentieth = { from: midnight('2026-12-20'), to: midnight('2026-12-21') }
  expect(await list({ span: twentieth })).toHaveLength(3)
})

test('what is due at this very instant is late, and what is waived among it is told apart', async () => {
  expect(await countEvents(db, everything, ask({ span: dueBy(at) }))).toEqual({ expiry: 2, rotation: 1, waived: 1 })
  expect(await countEvents(db, everything, ask({ span: { from: dueBy(at).to, to: null } }))).toEqual({
    ...{ expiry: 5, rotation: 3, waived: 0 },
  })
})

test('an owner sees what names them on the object or on its vault, and no more', async () => {
  expect(await list({ scope: ownedBy('Bo') })).toEqual(['2026-10-31 rotation smtp', '2026-12-24 expiry tls'])
  expect(await list({ scope: ownedBy('Ana') })).toEqual([
    '2026-10-31 rotation smtp',
    '2026-12-15 rotation stripe',
    '2026-12-20 expiry stripe',
    '2026-12-24 expiry tls',
  ])
  expect(await list({ scope: ownedBy('Nobody') })).toEqual([])
})

test('as of an earlier day it is what was to come then, by what was known then', async () => {
  const then = { when: new Date('2026-10-20T07:00:00Z') }
  expect(await list({ ...then, events: ['rotation'], scope: ownedBy('Eve') })).toEqual([])
  expect(await list({ ...then, events: ['expiry'], span: december })).toHaveLength(4)
  // Before the first snapshot there was nothing, and no policy but the default one.
  expect(await list({ when: day('2026-08-01') })).toEqual([])
})

test('every filter narrows, in the list as in the counts', async () => {
  const cases: [Partial<CalendarFilter>, number][] = [
    [{ owner: 'BO' }, 2],
    [{ owner: 'none' }, 0],
    [{ environments: ['production'] }, 4],
    [{ environments: ['none'] }, 7],
    [{ environments: ['production', 'none'] }, 11],
    [{ subscriptions: ['SUB-LAB'] }, 6],
    [{ kinds: ['key', 'certificate'] }, 5],
    [{ events: ['rotation'], kinds: ['secret'] }, 4],
    [{ events: ['rotation'], kinds: ['key'] }, 0],
  ]
  for (const [filter, events] of cases) {
    const { expiry, rotation } = await countEvents(db, everything, ask(filter))
    expect([filter, expiry + rotation]).toEqual([filter, events])
    expect(await list(filter)).toHaveLength(events)
  }
})

test('a page is a part of the whole, and the file is all of it in the same order', async () => {
  const pages = await Promise.all(
    [1, 2, 3].map((page) => listEvents(db, everything, { ...ask({}), page, pageSize: 4 })),
  )
  expect(pages.map((rows) => rows.length)).toEqual([4, 4, 3])
  const exported: CalendarEvent[] = []
  const total = await exportEvents(db, everything, ask({}), async (rows) => void exported.push(...rows))
  expect(total).toBe(11)
  expect(exported).toEqual(pages.flat())
})

test('a row says whose it is, where, when it was last read, and what of it is as last seen', async () => {
  const rows = await listEvents(db, everything, { ...ask({}), page: 1, pageSize: 100 })
  const row = (name: string, what: string) => rows.find((one) => one.name === name && one.what === what)
  expect(row('stripe', 'expiry')).toMatchObject({
    ...{ vaultName: 'kv-shop', owner: 'ana', environment: 'production', subscriptionName: 'sub-main' },
    ...{ rotatedAt: day('2026-11-15'), rotationDays: null, notReadSince: null, waived: false },
    lastReadAt: new Date('2026-11-22T08:30:00Z'),
  })
  expect(row('tls', 'expiry')).toMatchObject({ renewsItself: true, owner: 'bo' })
  expect(row('old', 'expiry')).toMatchObject({ waived: true })
  expect(row('kept', 'rotation')).toMatchObject({ notReadSince: day('2026-10-10'), lastReadAt: null })
})

test('what could not be read is counted: as last seen, never seen, and not to be told', async () => {
  expect(await getCalendarReach(db, everything, { at, filter: everyEvent })).toEqual({
    ...{ enabled: 10, undated: 3, undecided: 1, lastSeen: 1, lastSeenSince: day('2026-10-10'), unseen: 1 },
  })
  expect(await getCalendarReach(db, ownedBy('Ana'), { at, filter: everyEvent })).toMatchObject({
    ...{ enabled: 3, undecided: 0, lastSeen: 0, unseen: 0 },
  })
  expect(await getCalendarReach(db, everything, { at: day('2026-10-01'), filter: everyEvent })).toMatchObject({
    ...{ lastSeen: 0, lastSeenSince: null },
  })
})

test('a feed has the same events, each with the snapshot since which it is so', async () => {
  const events = await listFeedEvents(db, everything, { at, span: always, most: 100 })
  expect(events.map(said)).toEqual(await list())
  const token = events.find(({ name }) => name === 'token')
  expect(token).toMatchObject({ changedAt: day('2026-11-16'), rotationDays: 60, vaultName: 'kv-lab' })
  expect(await listFeedEvents(db, everything, { at, span: always, most: 4 })).toHaveLength(4)
})
