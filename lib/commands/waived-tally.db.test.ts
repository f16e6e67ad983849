import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { Person } from '#lib/domain/scope.ts'
import { posture } from '#lib/domain/posture.ts'
import { aRememberedEstate, type RememberedObject, type RememberedVault } from '#lib/queries/a-remembered-estate.ts'
import { everyFinding } from '#lib/queries/findings/finding-filter.ts'
import { askForWaivers } from './ask-for-waivers.ts'
import { withdrawWaivers } from './withdraw-waivers.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-09-01'))
const rule = 'secret-without-expiry'
const lead: Person = { objectId: 'l', tenantId: 't', name: 'Lea', mail: '', roles: ['Kempt.Lead'], groups: [] }

const approvedAt = new Date('2026-10-10T08:00:00Z')
const rotatedAt = new Date('2026-10-20T06:00:00Z')
const endsAt = day('2026-11-01')

let shop: RememberedVault
let kept: RememberedObject
let rotated: RememberedObject

beforeAll(async () => {
  await estate.rule(rule, { severity: 'medium' })
  shop = await estate.vault('kv-shop', { owner: 'ana' })
  kept = await estate.object(shop, 'kept', { owner: 'ana' })
  rotated = await estate.object(shop, 'rotated', { owner: 'ana' })
  await estate.finding(kept, rule, { owner: 'ana' })
  await estate.finding(rotated, rule, { owner: 'ana', to: rotatedAt })
  await estate.tally(shop, rule, { owner: 'ana', pass: 3, fail: 2, to: rotatedAt })
  await estate.tally(shop, rule, { owner: 'ana', pass: 4, fail: 1, from: rotatedAt })
})

const waive = async ({ objectId }: RememberedObject) => {
  const result = await askForWaivers(db, {
    now: approvedAt,
    actor: lead,
    filter: { ...everyFinding, rules: [rule] },
    only: { objectId },
    expected: null,
    terms: { kind: 'fix-pending', reason: 'It is rotated soon.', endsOn: day('2026-10-31') },
    approve: true,
  })
  if (!result.done) throw new Error(result.problem)
  return result
}

type Sums = { pass: number; fail: number; waived: number }

/** The sums of the view at an instant, as any query that counts reads them. */
async function standing(at: Date): Promise<Sums> {
  const [row] = await db.$queryRaw<[Sums]>`
    select sum(pass)::int as pass, sum(fail)::int as fail, sum(waived)::int as waived from standing_tally
    where valid_from <= ${at} and (valid_to is null or valid_to > ${at})`
  return row
}

const around = (at: Date) => [new Date(at.getTime() - 1), at, new Date(at.getTime() + 1)]

async function judged(at: Date): Promise<number> {
  const [row] = await db.$queryRaw<[{ judged: number }]>`
    select sum(pass + fail)::int as judged from tally where valid_from <= ${at} and (valid_to is null or valid_to > ${at})`
  return row.judged
}

test('what is waived leaves what fails and nothing else, at every instant around approval, rotation and end', async () => {
  await waive(kept)
  await waive(rotated)
  for (const at of [approvedAt, rotatedAt, endsAt].flatMap(around)) {
    const { pass, fail, waived } = await standing(at)
    expect(pass + fail + waived, at.toISOString()).toBe(await judged(at))
    expect(Math.min(pass, fail, waived), at.toISOString()).toBeGreaterThanOrEqual(0)
  }
  expect(await Promise.all(around(approvedAt).map(standing))).toEqual([
    { pass: 3, fail: 2, waived: 0 },
    { pass: 3, fail: 0, waived: 2 },
    { pass: 3, fail: 0, waived: 2 },
  ])
  // The rotated one passes from there on, and its waiver, which is still in force, changes no number.
  expect(await Promise.all(around(rotatedAt).map(standing))).toEqual([
    { pass: 3, fail: 0, waived: 2 },
    { pass: 4, fail: 0, waived: 1 },
    { pass: 4, fail: 0, waived: 1 },
  ])
  expect(await Promise.all(around(endsAt).map(standing))).toEqual([
    { pass: 4, fail: 0, waived: 1 },
    { pass: 4, fail: 1, waived: 0 },
    { pass: 4, fail: 1, waived: 0 },
  ])
})

test('posture is that of what is not waived, and is back when the waiver is over', async () => {
  const at = async (instant: Date) => posture([{ weight: 2, ...(await standing(instant)) }])
  expect(await at(new Date(approvedAt.getTime() - 1))).toBeCloseTo(3 / 5)
  expect(await at(approvedAt)).toBe(1)
  expect(await at(endsAt)).toBeCloseTo(4 / 5)
})

test('a waiver that is withdrawn counts until that instant', async () => {
  const waivers = await db.waiver.findMany({ where: { objectId: kept.objectId } })
  const withdrawnAt = new Date('2026-10-25T10:00:00Z')
  await withdrawWaivers(db, { now: withdrawnAt, actor: lead, which: { ids: waivers.map(({ id }) => id) }, note: '' })
  expect(await Promise.all(around(withdrawnAt).map(standing))).toEqual([
    { pass: 4, fail: 0, waived: 1 },
    { pass: 4, fail: 1, waived: 0 },
    { pass: 4, fail: 1, waived: 0 },
  ])
})
