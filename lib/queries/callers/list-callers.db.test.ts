import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from '../a-remembered-estate.ts'
import { aRememberedLog } from '../a-remembered-log.ts'
import { byReads, type CallerFilter, type CallerOrder, callerSorts, everyCaller } from './caller-filter.ts'
import { listCallers } from './list-callers.ts'

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const at = new Date('2026-11-23T23:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-09-01'))
const log = aRememberedLog(db)

beforeAll(async () => {
  const shop = await estate.vault('kv-shop', { owner: 'ana' })
  const pay = await estate.vault('kv-pay', { owner: 'team-pay', unread: { 'access-log': ['partly', 'timed-out'] } })
  await estate.vault('kv-quiet', { owner: 'eve', unread: { 'access-log': ['not', 'not-logged'] } })
  const stripe = await estate.object(shop, 'Stripe')
  await estate.object(shop, 'smtp', { owner: 'bo' })
  await db.objectVersion.createMany({
    data: [
      { version: 'v1', createdAt: day('2026-09-01') },
      { version: 'v2', createdAt: day('2026-11-15') },
    ].map((version) => ({
      ...{ ...version, objectId: stripe.objectId, vaultId: shop.vaultId, updatedAt: version.createdAt },
      ...{ validFrom: day('2026-09-01'), enabled: true },
    })),
  })
  const web = await log.caller('web', { kind: 'managed-identity', identity: 'oid-web', hostId: '/x/sites/web' })
  const job = await log.caller('job', { identity: 'oid-job', applicationId: 'APP-job' })
  const twin = await log.caller('job', { identity: 'oid-job-2', kind: 'user' })
  const nobody = await log.caller('not named', { identity: 'unknown', kind: 'unknown' })

  await log.calls(web, { ...shop, name: 'stripe' }, { on: '2026-11-20', at: { 8: 5 }, version: 'v2' })
  await log.calls(
    web,
    { ...shop, name: 'stripe' },
    { on: '2026-11-20', at: { 9: 1 }, version: 'v2', address: '20.0.0.2' },
  )
  await log.calls(web, { ...shop, name: 'smtp' }, { on: '2026-11-20', at: { 1: 1 } })
  await log.calls(web, { ...shop, name: 'smtp' }, { on: '2026-11-21', at: { 1: 1 } })
  // Outside the window of 30 days, and of another owner's.
  await log.calls(web, { ...pay, name: 'bank' }, { on: '2026-09-10', at: { 1: 9 } })
  await log.calls(job, { ...shop, name: 'stripe' }, { on: '2026-11-01', at: { 1: 1 }, version: 'v1' })
  await log.calls(job, { ...pay, name: 'bank' }, { on: '2026-11-22', at: { 2: 30 }, outcome: 'denied' })
  await log.calls(job, shop, { on: '2026-11-22', at: { 3: 4 }, operation: 'SecretList', outcome: 'throttled' })
  await log.calls(twin, { ...shop, name: 'stripe' }, { on: '2026-11-16', at: { 1: 2 }, version: 'v1' })
  const back = await log.caller('back', { identity: 'oid-back' })
  await log.calls(back, { ...shop, name: 'stripe' }, { on: '2026-11-16', at: { 1: 1 }, version: 'V2' })
  await log.calls(back, { ...shop, name: 'stripe' }, { on: '2026-11-17', at: { 1: 2 }, version: 'v1' })
  await log.calls(nobody, shop, { on: '2026-11-22', operation: 'VaultGet', outcome: 'denied', address: '' })
})

type Asked = {
  filter?: Partial<CallerFilter>
  order?: CallerOrder
  page?: number
  pageSize?: number
  when?: Date
  graceDays?: number
}

const list = (
  { filter, order = byReads, page = 1, pageSize = 50, when = at, graceDays = 7 }: Asked = {},
  scope = everything,
) =>
  listCallers(db, scope, {
    at: when,
    readsPerWindow: 2,
    graceDays,
    filter: { ...everyCaller, ...filter },
    order,
    page,
    pageSize,
  })
const names = async (...asked: Parameters<typeof list>) => (await list(...asked)).rows.map(({ identity }) => identity)

test('a row says what a caller read, how often, from where, and when it was first and last heard of', async () => {
  const { rows, total } = await list()
  expect(total).toBe(5)
  expect(rows[0]).toEqual({
    ...{ callerId: expect.any(Number), identity: 'oid-web', name: 'web', kind: 'managed-identity' },
    ...{ applicationId: null, resourceId: null, hostId: '/x/sites/web' },
    ...{ objects: 2, vaults: 1, reads: 8, readDays: 2, denied: 0, throttled: 0, addresses: 2, oldVersions: 0 },
    // Five reads from one address in one window; the sixth came from another address.
    ...{ needless: 4, busyWindows: 1 },
    firstAt: new Date('2026-09-10T01:00:00Z'),
    lastAt: new Date('2026-11-21T01:30:00Z'),
  })
})

test('calls that name no object count as refused and as throttled, and never as reads', async () => {
  const { rows } = await list()
  expect(rows.find(({ identity }) => identity === 'oid-job')).toMatchObject({
    ...{ objects: 1, vaults: 2, reads: 1, denied: 30, throttled: 4, addresses: 1 },
  })
  expect(rows.find(({ kind }) => kind === 'unknown')).toMatchObject({ objects: 0, reads: 0, denied: 1, addresses: 0 })
})

test('who reads an older version after its days of grace, or after a newer one, names it', async () => {
  const pinned = (asked: Asked = {}) => names({ filter: { habits: ['old-versions'] }, ...asked })
  // v2 was made on the 15th; v1 was read before it, a day after it, and by one caller that had read v2 already.
  expect(await pinned()).toEqual(['oid-back'])
  expect(await pinned({ graceDays: 0 })).toEqual(['oid-back', 'oid-job-2'])
  expect((await list({ graceDays: 0 })).rows.map(({ oldVersions }) => oldVersions)).toEqual([0, 1, 1, 0, 0])
})

test('an owner of a vault sees the calls to it, and hears nothing of the rest', async () => {
  const { rows } = await list({}, ownedBy('Ana'))
  expect(rows.map(({ identity }) => identity)).toEqual(['oid-web', 'oid-back', 'oid-job-2', 'oid-job', 'unknown'])
  expect(rows[0]).toMatchObject({ firstAt: new Date('2026-11-20T01:00:00Z') })
  expect(rows[3]).toMatchObject({ vaults: 1, denied: 0, throttled: 4 })
  expect(await names({}, ownedBy('Eve'))).toEqual([])
})

test('an owner of one object sees the calls to it, and none that name no object', async () => {
  const { rows } = await list({}, ownedBy('Bo'))
  expect(rows).toMatchObject([{ identity: 'oid-web', objects: 1, reads: 2, needless: 0, addresses: 1 }])
})

test('as of a past day nothing later is known, and what was in sight then is', async () => {
  const { rows } = await list({ when: day('2026-11-20') })
  expect(rows.map(({ identity, reads }) => [identity, reads])).toEqual([
    ['oid-back', 3],
    ['oid-job-2', 2],
    ['oid-job', 1],
    ['oid-web', 1],
  ])
  expect(await names({ when: day('2026-09-05') })).toEqual([])
  expect(await names({ when: day('2026-09-20') })).toEqual(['oid-web'])
})

test.each<[Partial<CallerFilter>, string[]]>([
  [{ text: 'OID-job' }, ['oid-job-2', 'oid-job']],
  [{ text: 'app-JOB' }, ['oid-job']],
  [{ text: 'WEB' }, ['oid-web']],
  [{ text: '%' }, []],
  [{ kinds: ['user', 'unknown'] }, ['oid-job-2', 'unknown']],
  [{ habits: ['denied'] }, ['oid-job', 'unknown']],
  [{ habits: ['throttled', 'not-caching'] }, ['oid-web', 'oid-job']],
  [{ vault: 'PAY' }, ['oid-job']],
])('the filter %j keeps %j', async (filter, kept) => {
  expect(await names({ filter })).toEqual(kept)
})

test('asked of one vault, the figures are of that vault alone', async () => {
  const { rows } = await list({ filter: { vault: 'kv-pay' } })
  const firstAt = new Date('2026-11-22T02:00:00Z')
  expect(rows).toMatchObject([{ reads: 0, vaults: 1, denied: 30, throttled: 0, firstAt }])
})

test.each(callerSorts)(
  'sorted by %s no caller is lost or shown twice, whichever way and however small the page',
  async (sort) => {
    for (const direction of ['asc', 'desc'] as const) {
      const pages = await Promise.all(
        [1, 2, 3, 4, 5].map((page) => names({ order: { sort, direction }, page, pageSize: 1 })),
      )
      expect(pages.flat()).toEqual(await names({ order: { sort, direction } }))
      expect(new Set(pages.flat()).size).toBe(5)
    }
  },
)

test('of two callers with one name the identity decides', async () => {
  expect(await names({ order: { sort: 'name', direction: 'desc' } })).toEqual([
    'oid-web',
    'unknown',
    'oid-job',
    'oid-job-2',
    'oid-back',
  ])
})

test('a page past the end is empty', async () => {
  expect(await list({ page: 2 })).toEqual({ rows: [], total: 0 })
})
