import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from '../a-remembered-estate.ts'
import { countWaivers } from './count-waivers.ts'
import { listSubjectWaivers } from './list-subject-waivers.ts'
import { listWaiverChoices } from './list-waiver-choices.ts'
import { listWaivers } from './list-waivers.ts'
import { byState, everyWaiver, type WaiverFilter, type WaiverOrder, waiverSorts } from './waiver-filter.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const now = new Date('2026-11-23T07:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-09-01'))
const batch = '11111111-2222-4333-8444-555555555555'
let stripeKey = ''

beforeAll(async () => {
  await estate.rule('secret-expired', { severity: 'high', failing: 'Secret has expired' })
  await estate.rule('secret-without-expiry', { failing: 'Secret never expires' })
  const shop = await estate.vault('kv-shop', { owner: 'ana' })
  const pay = await estate.vault('kv-pay', { owner: 'bo' })
  const stripe = await estate.object(shop, 'stripe')
  stripeKey = `o${stripe.objectId}`
  const card = await estate.object(pay, 'card')
  const gone = await estate.object(shop, 'gone', { goneAt: day('2026-11-01') })
  await estate.finding(stripe, 'secret-expired')
  await estate.finding(stripe, 'secret-without-expiry')
  await estate.finding(card, 'secret-expired', { to: day('2026-11-10') })
  await estate.unknown(card, 'secret-without-expiry')

  // Ended, then asked for again.
  await estate.waiver(stripe, 'secret-expired', { from: day('2026-09-10'), to: day('2026-10-01') })
  const again = await estate.waiver(stripe, 'secret-expired', { reason: 'Once more.', kind: 'fix-pending' })
  const inForce = await estate.waiver(card, 'secret-expired', { from: day('2026-10-05'), to: day('2026-12-01') })
  const unread = await estate.waiver(card, 'secret-without-expiry', { from: day('2026-10-05'), to: day('2027-01-01') })
  const declined = await estate.waiver(gone, 'secret-expired', { askedBy: 'bo' })
  const withdrawn = await estate.waiver(stripe, 'secret-without-expiry', {
    from: day('2026-10-05'),
    to: day('2026-11-15'),
  })
  const set = (id: number, data: object) => db.waiver.update({ where: { id }, data })
  const [ended] = await db.waiver.findMany({ where: { validTo: day('2026-10-01') } })
  await set(ended?.id ?? 0, { endsOn: day('2026-09-30') })
  await set(again, { askedAt: day('2026-11-20'), endsOn: day('2026-12-31') })
  await set(inForce, { endsOn: day('2026-11-30'), batch })
  await set(unread, { endsOn: day('2026-12-31'), batch })
  await set(declined, {
    decidedAt: day('2026-10-20'),
    decidedBy: 'lea',
    approved: false,
    note: 'Delete it.',
    endsOn: day('2026-12-31'),
  })
  await set(withdrawn, {
    withdrawnAt: day('2026-11-15'),
    withdrawnBy: 'ana',
    note: 'Mended.',
    endsOn: day('2026-12-31'),
  })
})

const list = (
  filter: Partial<WaiverFilter> = {},
  { scope = everything, at = now, order = byState as WaiverOrder, personId = 'lea', page = 1, pageSize = 25 } = {},
) => listWaivers(db, scope, { at, filter: { ...everyWaiver, ...filter }, order, personId, page, pageSize })
const told = async (...asked: Parameters<typeof list>) =>
  (await list(...asked)).map(({ name, ruleId, state }) => `${name} ${ruleId} ${state}`)

test('what waits comes first, then what is in force and ends soonest, then what is over', async () => {
  expect(await told()).toEqual([
    'stripe secret-expired asked',
    'card secret-expired in-force',
    'card secret-without-expiry in-force',
    'stripe secret-expired ended',
    'gone secret-expired declined',
    'stripe secret-without-expiry withdrawn',
  ])
})

test('a row says whether there is anything left to waive, and whether its subject is still there', async () => {
  const rows = await list()
  expect(rows.map(({ finding }) => finding)).toEqual(['fail', 'none', 'unknown', 'fail', 'none', 'fail'])
  expect(rows.map(({ standing }) => standing)).toEqual([true, true, true, true, false, true])
  expect(rows[1]).toMatchObject({
    together: 2,
    batch,
    owner: 'bo',
    endsOn: day('2026-11-30'),
    failing: 'Secret has expired',
  })
  expect(rows[4]).toMatchObject({ approved: false, decidedBy: 'lea', note: 'Delete it.' })
})

test('a past day shows each as it stood then, and nothing of what was done later', async () => {
  const at = day('2026-10-10')
  expect(await told({}, { at })).toEqual([
    'gone secret-expired asked',
    'card secret-expired in-force',
    'card secret-without-expiry in-force',
    'stripe secret-without-expiry in-force',
    'stripe secret-expired ended',
  ])
  const rows = await list({}, { at })
  expect(rows[0]).toMatchObject({ decidedAt: null, decidedBy: null, approved: null, note: '' })
  expect(rows[3]).toMatchObject({ withdrawnAt: null, withdrawnBy: null, note: '' })
  expect(await told({ state: 'in-force' }, { at: new Date('2026-11-30T23:59:59.999Z') })).toContain(
    'card secret-expired in-force',
  )
  expect(await told({ state: 'ended' }, { at: day('2026-12-01') })).toContain('card secret-expired ended')
})

test('an owner sees those on what is theirs, and what they asked for themselves', async () => {
  expect(await told({}, { scope: ownedBy('Bo'), personId: 'nobody' })).toEqual([
    'card secret-expired in-force',
    'card secret-without-expiry in-force',
  ])
  expect(await told({}, { scope: ownedBy('Bo'), personId: 'bo' })).toContain('gone secret-expired declined')
})

test.each<[says: string, filter: Partial<WaiverFilter>, rows: number]>([
  ['state', { state: 'declined' }, 1],
  ['kind', { kinds: ['fix-pending'] }, 1],
  ['rule', { rules: ['secret-without-expiry'] }, 2],
  ['vault', { vault: 'KV-Pay' }, 2],
  ['owner', { owner: 'Bo' }, 2],
  ['no owner', { owner: 'none' }, 0],
  ['a text in the reason', { text: 'ONCE' }, 1],
  ['a text that would be a pattern', { text: '%' }, 0],
  ['what was asked for together', { batch }, 2],
])('can be asked for by %s', async (_, filter, rows) => {
  expect(await list(filter)).toHaveLength(rows)
})

test('the counts are the lengths of the lists, and no order loses or repeats a row', async () => {
  const { total, byState: states } = await countWaivers(db, everything, {
    at: now,
    filter: everyWaiver,
    personId: 'lea',
  })
  expect(total).toBe(6)
  expect(states).toEqual({ asked: 1, 'in-force': 2, ended: 1, declined: 1, withdrawn: 1 })
  for (const sort of waiverSorts) {
    for (const direction of ['asc', 'desc'] as const) {
      const order = { sort, direction }
      const pages = await Promise.all([1, 2, 3].map((page) => list({}, { order, page, pageSize: 2 })))
      const all = await listWaivers(db, everything, { at: now, filter: everyWaiver, order, personId: 'lea' })
      expect(pages.flat()).toEqual(all)
      expect(new Set(all.map(({ id }) => id)).size).toBe(6)
    }
  }
})

test('a subject shows every waiver it ever had', async () => {
  const rows = await listSubjectWaivers(db, everything, { at: now, key: stripeKey, personId: 'lea' })
  expect(rows.map(({ state }) => state)).toEqual(['asked', 'ended', 'withdrawn'])
})

test('there is a choice of what waivers are about', async () => {
  expect(await listWaiverChoices(db, ownedBy('Bo'), { at: now, personId: 'x' })).toEqual({
    rules: [
      { id: 'secret-expired', failing: 'Secret has expired' },
      { id: 'secret-without-expiry', failing: 'Secret never expires' },
    ],
    vaults: ['kv-pay'],
    owners: ['bo'],
  })
})
