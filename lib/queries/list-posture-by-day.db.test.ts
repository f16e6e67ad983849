import { beforeAll, expect, test } from 'vitest'
import { addDays } from '#lib/format/date.ts'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from './a-remembered-estate.ts'
import { getPosture } from './get-posture.ts'
import { listPostureByDay } from './list-posture-by-day.ts'

const now = new Date('2026-11-23T07:00:00Z')
const snapshotOf = (daysBefore: number) => addDays(new Date('2026-11-23T06:00:00Z'), -daysBefore)
const db = await freshDatabase()
const estate = aRememberedEstate(db, snapshotOf(6))

beforeAll(async () => {
  for (const daysBefore of [6, 5, 4, 1, 0]) await estate.snapshot(snapshotOf(daysBefore))
  await estate.rule('secret-expired', { severity: 'high' })
  await estate.rule('object-without-owner', { severity: 'low' })
  const ana = await estate.vault('kv-ana', { owner: 'ana' })
  const ben = await estate.vault('kv-ben', { owner: 'ben' })
  await estate.tally(ana, 'secret-expired', { owner: 'ana', pass: 1, fail: 1, to: snapshotOf(4) })
  await estate.tally(ana, 'secret-expired', { owner: 'ana', pass: 2, from: snapshotOf(4) })
  await estate.tally(ben, 'secret-expired', { owner: 'ben', fail: 2 })
  await estate.tally(ben, 'object-without-owner', { owner: 'ben', pass: 10, to: snapshotOf(0) })
  await estate.tally(ben, 'object-without-owner', { owner: 'ben', unknown: 10, from: snapshotOf(0) })
})

const rounded = async (scope: typeof everything, days = 7) =>
  (await listPostureByDay(db, { scope, at: now, days })).map(({ posture }) =>
    posture === null ? null : Math.round(posture * 1000) / 1000,
  )

test('each rule counts by its weight, whatever the number of its subjects', async () => {
  // Until the fix 1 of 4 passes (weight 5) and all of 10 (weight 1); after it 2 of 4.
  const points = await rounded(everything)
  expect(points[1]).toBe(0.375)
  expect(points[3]).toBe(0.583)
})

test('days before history and days nothing was read are not known', async () => {
  expect((await rounded(everything)).map((value) => value !== null)).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
    true,
    true,
  ])
})

test('a rule that became unknown has no say, and lifts nothing', async () => {
  expect((await rounded(everything)).at(-1)).toBe(0.5)
})

test('an owner sees the posture of what is theirs', async () => {
  expect(await rounded(ownedBy('ana'), 1)).toEqual([1, 1])
})

test('nobody without anything has a posture', async () => {
  expect(await rounded(ownedBy('carl'), 1)).toEqual([null, null])
})

test('the last point of the trend is the posture of now, rule by rule', async () => {
  const rules = await getPosture(db, { scope: everything, at: now, comparedAt: snapshotOf(5) })
  expect(rules).toEqual([
    {
      ruleId: 'secret-expired',
      failing: 'secret-expired',
      severity: 'high',
      weight: 5,
      pass: 2,
      fail: 2,
      unknown: 0,
      waived: 0,
      passBefore: 1,
      failBefore: 3,
    },
    {
      ruleId: 'object-without-owner',
      failing: 'object-without-owner',
      severity: 'low',
      weight: 1,
      pass: 0,
      fail: 0,
      unknown: 10,
      waived: 0,
      passBefore: 10,
      failBefore: 0,
    },
  ])
})
