// What the page of one caller asks: every question of it, as a lead, as the owner of a vault, and as of a past day. Long because
// they are all asked of one and the same history.
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from '../a-remembered-estate.ts'
import { aRememberedLog } from '../a-remembered-log.ts'
import { getCaller } from './get-caller.ts'
import { listCallerAddresses } from './list-caller-addresses.ts'
import { listCallerOperations } from './list-caller-operations.ts'
import { callerReadSorts, type CallerReadsQuestion, listCallerReads } from './list-caller-reads.ts'
import { listReadsByDay } from './list-reads-by-day.ts'
import { listRefusedCalls } from './list-refused-calls.ts'

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const at = new Date('2026-11-23T23:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-09-01'))
const log = aRememberedLog(db)
let callerId = 0

beforeAll(async () => {
  const shop = await estate.vault('kv-shop', { owner: 'ana' })
  const pay = await estate.vault('kv-pay', { owner: 'team-pay' })
  const stripe = await estate.object(shop, 'Stripe')
  await estate.object(shop, 'smtp', { owner: 'bo', goneAt: day('2026-11-22') })
  const tls = await estate.object(shop, 'tls', { kind: 'certificate' })
  const version = (object: typeof stripe, name: string, createdAt: Date) =>
    db.objectVersion.create({
      data: {
        ...{ objectId: object.objectId, vaultId: shop.vaultId, version: name, createdAt, updatedAt: createdAt },
        ...{ validFrom: day('2026-09-01'), enabled: true },
      },
    })
  for (const [name, made] of [
    ['v1', '2026-09-01'],
    ['v2', '2026-11-10'],
    ['v3', '2026-11-18'],
  ] as const) {
    await version(stripe, name, day(made))
  }
  await version(tls, 't1', day('2026-09-01'))

  const web = await log.caller('web', { kind: 'managed-identity', identity: 'oid-web', applicationId: 'app' })
  callerId = web.callerId
  const to = { ...shop, name: 'stripe' }
  await log.calls(web, to, { on: '2026-11-01', at: { 1: 1 }, version: 'v1' })
  await log.calls(web, to, { on: '2026-11-20', at: { 7: 2, 8: 3 }, version: 'v2' })
  await log.calls(web, to, { on: '2026-11-20', at: { 9: 1 }, version: 'v3', address: '20.0.0.2' })
  await log.calls(web, to, { on: '2026-11-21', at: { 8: 1 }, version: 'v9' })
  await log.calls(web, { ...shop, name: 'smtp' }, { on: '2026-11-20', at: { 2: 1 } })
  // The private key of a certificate is fetched as a secret, under the versions of the certificate.
  await log.calls(web, { ...shop, name: 'tls' }, { on: '2026-11-20', at: { 2: 1 }, version: 't1' })
  await log.calls(web, { ...pay, kind: 'key', name: 'sign' }, { on: '2026-11-19', at: { 2: 9 }, operation: 'KeySign' })
  await log.calls(web, { ...pay, name: 'bank' }, { on: '2026-11-19', at: { 2: 5, 4: 1 }, outcome: 'denied' })
  await log.calls(web, { ...pay, name: 'bank' }, { on: '2026-11-18', at: { 2: 7 }, outcome: 'denied' })
  await log.calls(web, pay, { on: '2026-11-19', operation: 'SecretList', outcome: 'denied', address: '' })
  await log.calls(web, pay, { on: '2026-11-19', at: { 5: 3 }, operation: 'SecretList', outcome: 'throttled' })
  await log.calls(web, to, { on: '2026-11-05', operation: 'SecretBackup' })
  await log.calls(web, shop, { on: '2026-11-22', operation: 'SecretList' })
  const workspace = await log.workspace({ from: day('2026-11-10'), until: at })
  await log.heard(shop, workspace, { from: '2026-11-10', to: '2026-11-22', silent: ['2026-11-12', '2026-11-13'] })
  await log.heard(pay, workspace, { from: '2026-11-13', to: '2026-11-22' })

  const other = await log.caller('other', { identity: 'oid-other' })
  await log.calls(other, { ...pay, name: 'bank' }, { on: '2026-11-20', at: { 2: 4 } })
})

const [ana, bo, eve] = [ownedBy('Ana'), ownedBy('Bo'), ownedBy('Eve')]

test('a caller is known by its identity, from its first to its last call within the scope', async () => {
  expect(await getCaller(db, everything, { at, identity: 'oid-web' })).toMatchObject({
    ...{ callerId, name: 'web', kind: 'managed-identity', applicationId: 'app' },
    firstAt: new Date('2026-11-01T01:00:00Z'),
    lastAt: new Date('2026-11-22T08:30:00Z'),
  })
  expect(await getCaller(db, ownedBy('team-pay'), { at, identity: 'oid-web' })).toMatchObject({
    firstAt: new Date('2026-11-18T02:00:00Z'),
    lastAt: new Date('2026-11-19T08:30:00Z'),
  })
})

test('a caller of nothing of mine, one not heard of yet and one that never was give the same answer', async () => {
  expect(await getCaller(db, ana, { at, identity: 'oid-other' })).toBeNull()
  expect(await getCaller(db, eve, { at, identity: 'oid-web' })).toBeNull()
  expect(await getCaller(db, everything, { at: day('2026-10-31'), identity: 'oid-web' })).toBeNull()
  expect(await getCaller(db, everything, { at, identity: 'oid-nobody' })).toBeNull()
})

const byDay = async (scope = everything, when = at) =>
  new Map(
    (await listReadsByDay(db, scope, { at: when, callerId })).map((row) => [row.day.toISOString().slice(0, 10), row]),
  )
const hoursWith = (found: Record<number, number>) => Array.from({ length: 24 }, (_, hour) => found[hour] ?? 0)

test('reads are counted hour by hour over all objects and addresses, and refusals are none', async () => {
  const days = await byDay()
  expect(days.get('2026-11-20')).toMatchObject({
    calls: 8,
    hours: hoursWith({ 2: 2, 7: 2, 8: 3, 9: 1 }),
    heard: 2,
    vaults: 2,
  })
  expect(days.get('2026-11-18')).toMatchObject({ calls: 0, hours: hoursWith({}) })
  expect([...days.keys()]).toHaveLength(31)
  expect([[...days.keys()][0], [...days.keys()].at(-1)]).toEqual(['2026-10-24', '2026-11-23'])
})

test('a day on which no log of its vaults was heard is not a day without reads', async () => {
  const days = await byDay()
  expect(days.get('2026-11-12')).toMatchObject({ hours: null, heard: 0 })
  expect(days.get('2026-11-13')).toMatchObject({ hours: hoursWith({}), heard: 1 })
  expect(days.get('2026-11-23')).toMatchObject({ hours: null })
  // A read is proof enough that the log covers the day.
  expect(days.get('2026-11-01')).toMatchObject({ calls: 1, hours: hoursWith({ 1: 1 }), heard: 0 })
})

test('an owner sees the days of their own vault, and how far its own log reaches', async () => {
  const days = await byDay(ana)
  expect(days.get('2026-11-19')).toMatchObject({ calls: 0, heard: 1, vaults: 1 })
  expect(days.get('2026-11-13')).toMatchObject({ hours: null, vaults: 1 })
})

test('a day with one part whose hours are not kept is known as a sum only', async () => {
  await db.accessDay.updateMany({
    where: { callerId, day: new Date('2026-11-19'), operation: 'KeySign' },
    data: { hours: [] },
  })
  expect((await byDay()).get('2026-11-19')).toMatchObject({ calls: 9, hours: [] })
})

const reads = (changed: Partial<CallerReadsQuestion> = {}, scope = everything) =>
  listCallerReads(db, scope, {
    ...{
      at,
      callerId,
      readsPerWindow: 2,
      graceDays: 1,
      sort: 'reads',
      direction: 'desc',
      page: 1,
      pageSize: 50,
      ...changed,
    },
  })

test('what it reads says how often, on how many days, in which versions, and what caching would save', async () => {
  const { rows, total } = await reads({ sort: 'name', direction: 'asc' })
  expect(total).toBe(4)
  expect(rows.map(({ vault, kind, name, stands }) => [vault, kind, name, stands])).toEqual([
    ['kv-pay', 'key', 'sign', false],
    ['kv-shop', 'secret', 'smtp', false],
    ['kv-shop', 'secret', 'Stripe', true],
    ['kv-shop', 'secret', 'tls', false],
  ])
  expect(rows[2]).toMatchObject({
    ...{ reads: 8, readDays: 3, lastReadAt: new Date('2026-11-21T08:30:00Z') },
    // Two reads before 08:00 and three after it from one address; one each from elsewhere and on the next day.
    caching: { reads: 7, needless: 3, most: 3 },
  })
  expect(rows[0]).toMatchObject({ reads: 9, caching: null })
})

test('whether it names an older version is told from what it read; a certificate says the versions of its secret', async () => {
  const { rows } = await reads()
  const rowOf = (name: string) => rows.find((row) => row.name === name)
  expect(rowOf('Stripe')).toMatchObject({
    following: { how: 'pinned', versions: ['v2'] },
    versions: [
      { version: 'v9', createdAt: null },
      { version: 'v3', createdAt: day('2026-11-18'), firstReadAt: new Date('2026-11-20T09:00:00Z') },
      { version: 'v2' },
      { version: 'v1' },
    ],
  })
  expect(rowOf('tls')).toMatchObject({ following: { how: 'current' } })
  expect(rowOf('smtp')).toMatchObject({ following: { how: 'follows' }, versions: [{ version: '' }] })
})

test.each(callerReadSorts)('sorted by %s no object is lost or shown twice, however small the page', async (sort) => {
  for (const direction of ['asc', 'desc'] as const) {
    const whole = (await reads({ sort, direction })).rows
    const pages = await Promise.all([1, 2, 3, 4].map((page) => reads({ sort, direction, page, pageSize: 1 })))
    expect(pages.flatMap(({ rows }) => rows)).toEqual(whole)
  }
  expect(await reads({ page: 5, pageSize: 1 })).toEqual({ rows: [], total: 0 })
})

test('an owner is told of reads of what is theirs, as of the day looked at', async () => {
  const namesFor = async (scope: typeof ana, when = at) =>
    (await reads({ at: when, sort: 'name', direction: 'asc' }, scope)).rows.map(({ name }) => name)
  expect(await namesFor(ana)).toEqual(['smtp', 'Stripe', 'tls'])
  expect(await namesFor(bo)).toEqual([])
  expect(await namesFor(bo, day('2026-11-21'))).toEqual(['smtp'])
  expect(await namesFor(everything, day('2026-11-02'))).toEqual(['Stripe'])
})

test('refused calls are listed by day and object, the latest first, and all of them are counted', async () => {
  const denied = await listRefusedCalls(db, everything, { at, callerId, outcome: 'denied', most: 2 })
  expect(denied).toMatchObject({ total: 3, calls: 14 })
  expect(denied.rows).toMatchObject([
    {
      ...{
        day: new Date('2026-11-19'),
        operation: 'SecretGet',
        vault: 'kv-pay',
        kind: 'secret',
        name: 'bank',
        calls: 6,
      },
      ...{ firstAt: new Date('2026-11-19T02:00:00Z'), lastAt: new Date('2026-11-19T04:30:00Z') },
    },
    { operation: 'SecretList', kind: null, name: null, calls: 1 },
  ])
  const throttled = await listRefusedCalls(db, everything, { at, callerId, outcome: 'throttled', most: 9 })
  expect(throttled).toMatchObject({ total: 1, calls: 3 })
  expect(await listRefusedCalls(db, ana, { at, callerId, outcome: 'denied', most: 9 })).toEqual({
    rows: [],
    total: 0,
    calls: 0,
  })
})

test('addresses say what came from where, the one that is not named too', async () => {
  const { rows, total } = await listCallerAddresses(db, everything, { at, callerId, most: 9 })
  expect(total).toBe(3)
  expect(rows).toMatchObject([
    { address: '20.0.0.1', reads: 18, denied: 13, firstAt: new Date('2026-11-01T01:00:00Z') },
    { address: '20.0.0.2', reads: 1, calls: 1 },
    { address: '', reads: 0, calls: 1, denied: 1 },
  ])
  expect((await listCallerAddresses(db, ana, { at, callerId, most: 9 })).total).toBe(2)
})

test('of what it did besides reading the dangerous comes first, and what was refused is not said to be done', async () => {
  const { rows, total } = await listCallerOperations(db, everything, { at, callerId, most: 9 })
  expect(total).toBe(2)
  expect(rows).toMatchObject([
    { operation: 'SecretBackup', vault: 'kv-shop', kind: 'secret', name: 'Stripe', calls: 1 },
    { operation: 'SecretList', kind: null, name: null },
  ])
  expect((await listCallerOperations(db, eve, { at, callerId, most: 9 })).rows).toEqual([])
})
