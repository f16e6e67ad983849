// Who asks for a secret again that it could have kept: the windows of eight hours, edge by edge.
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from '../a-remembered-estate.ts'
import { aRememberedLog } from '../a-remembered-log.ts'
import { getCallerFigures } from './get-caller-figures.ts'
import { getHoursFrom } from './get-hours-from.ts'
import { listWorstCachers } from './list-worst-cachers.ts'

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const at = new Date('2026-11-23T23:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-09-01'))
const log = aRememberedLog(db)
const ids: Record<string, number> = {}

beforeAll(async () => {
  const shop = await estate.vault('kv-shop', { owner: 'ana' })
  const pay = await estate.vault('kv-pay', { owner: 'team-pay' })
  await estate.object(shop, 'Stripe')
  const caller = async (name: string) => {
    const made = await log.caller(name)
    ids[name] = made.callerId
    return made
  }
  const on = '2026-11-20'
  const stripe = { ...shop, name: 'stripe' }

  // The last minute of a window and the first of the next are two windows, however near they are.
  const edges = await caller('edges')
  await log.calls(edges, stripe, { on, at: { 7: 1, 8: 1, 15: 1, 16: 1, 23: 1 } })
  await log.calls(edges, stripe, { on: '2026-11-21', at: { 0: 1 } })

  const many = await caller('ten-instances')
  for (let instance = 0; instance < 10; instance++) {
    await log.calls(many, stripe, { on, at: { 8: 1 }, address: `20.0.0.${instance}` })
  }
  // A rotation inside a window: two versions are still one secret.
  const rotated = await caller('rotated')
  await log.calls(rotated, stripe, { on, at: { 9: 2 }, version: 'v1' })
  await log.calls(rotated, stripe, { on, at: { 10: 3 }, version: 'v2' })

  const storm = await caller('storm')
  for (const name of ['a', 'b', 'c', 'd']) await log.calls(storm, { ...pay, name }, { on, at: { 3: 10, 12: 10 } })
  await log.calls(storm, stripe, { on, at: { 3: 100 } })
  await log.calls(storm, { ...pay, name: 'once' }, { on })

  // Nothing of this is a read of a secret in the last seven days whose hours are known.
  const fine = await caller('fine')
  await log.calls(fine, stripe, { on, at: { 3: 50 }, outcome: 'denied' })
  await log.calls(fine, stripe, { on, at: { 3: 50 }, operation: 'SecretSet' })
  await log.calls(fine, { ...shop, kind: 'key', name: 'sign' }, { on, at: { 3: 50 }, operation: 'KeySign' })
  await log.calls(fine, stripe, { on: '2026-11-10', at: { 3: 50 } })
  await log.calls(fine, stripe, { on: '2026-11-17', at: { 3: 50 } })
  await db.accessDay.updateMany({
    where: { callerId: fine.callerId, day: new Date('2026-11-17') },
    data: { hours: [] },
  })
})

const figures = (name: string, readsPerWindow = 2) =>
  getCallerFigures(db, everything, { at, callerId: ids[name] ?? 0, readsPerWindow, graceDays: 7 })

test('07:59 and 08:00, 15:59 and 16:00, 23:59 and 00:00 are in different windows', async () => {
  // 07 | 08, 15 | 16, 23 | 00: the two windows with two reads save one each.
  expect(await figures('edges')).toMatchObject({ reads: 6, needless: 2, busyWindows: 0 })
  expect(await figures('edges', 1)).toMatchObject({ busyWindows: 2 })
})

test('ten instances that read once each are not called one caller that reads ten times', async () => {
  expect(await figures('ten-instances')).toMatchObject({ reads: 10, addresses: 10, needless: 0, busyWindows: 0 })
})

test('versions of one secret are one secret', async () => {
  expect(await figures('rotated')).toMatchObject({ reads: 5, needless: 4, busyWindows: 1 })
})

test('refusals, writes, uses of keys, older days and days without hours are no needless reads', async () => {
  expect(await figures('fine')).toMatchObject({ reads: 150, denied: 50, needless: 0, busyWindows: 0 })
  expect(await getCallerFigures(db, everything, { at, callerId: 0, readsPerWindow: 2, graceDays: 7 })).toBeNull()
})

test('since when hours are kept is said where that is within the days looked at', async () => {
  expect(await getHoursFrom(db, everything, { at })).toEqual(new Date('2026-11-18T00:00:00Z'))
  expect(await getHoursFrom(db, everything, { at: new Date('2026-11-25T12:00:00Z') })).toBeNull()
})

const worst = (most = 10, scope = everything, when = at) =>
  listWorstCachers(db, scope, { at: when, readsPerWindow: 2, most })

test('the worst come first, with what caching would save and the secrets that it would save most on', async () => {
  const { rows, total } = await worst()
  expect(total).toBe(2)
  expect(rows).toMatchObject([
    {
      name: 'storm',
      reads: 181,
      needless: 99 + 4 * 18,
      secrets: 6,
      needlessSecrets: 5,
      worst: [
        { vault: 'kv-shop', name: 'Stripe', stands: true },
        { vault: 'kv-pay', name: 'a', stands: false },
        { vault: 'kv-pay', name: 'b' },
      ],
    },
    { name: 'rotated', reads: 5, needless: 4, secrets: 1 },
  ])
  expect((await worst(1)).rows).toHaveLength(1)
  expect((await worst(1)).total).toBe(2)
})

test('an owner hears of the needless reads of their own secrets alone', async () => {
  const { rows } = await worst(10, ownedBy('team-pay'))
  expect(rows).toMatchObject([{ name: 'storm', reads: 81, needless: 72, secrets: 5 }])
  expect(await worst(10, ownedBy('Eve'))).toEqual({ rows: [], total: 0 })
})

test('as of a day before it began there was nothing to save', async () => {
  expect(await worst(10, everything, day('2026-11-19'))).toEqual({ rows: [], total: 0 })
})
