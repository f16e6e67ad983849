// Posture is shown in many places and computed from the same counts: whatever the counts are, all of them agree.
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { explainPosture, posture } from '#lib/domain/posture.ts'
import { severities } from '#lib/domain/severity.ts'
import { addDays } from '#lib/format/date.ts'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from './a-remembered-estate.ts'
import { getPosture, type RuleStanding } from './get-posture.ts'
import { listPostureByDay } from './list-posture-by-day.ts'
import { listWorst } from './list-worst.ts'
import { wholeEstate } from './posture-filter.ts'
import { listVaultPosture } from './vaults/list-vault-posture.ts'
import { listVaultRules } from './vaults/list-vault-rules.ts'
import { listVaults } from './vaults/list-vaults.ts'
import { everyVault } from './vaults/vault-filter.ts'

const now = new Date('2026-11-23T07:00:00Z')
const beforeWaivers = addDays(now, -2)
const db = await freshDatabase()
const estate = aRememberedEstate(db, addDays(now, -10))

const owners = ['ana', 'ben', null]
const environments = ['production', 'test', null]
const subscriptions = ['sub-web', 'sub-core']
const rules = ['one', 'two', 'three', 'four', 'five']

const tally = fc.record({
  rule: fc.constantFrom(...rules),
  owner: fc.constantFrom(...owners),
  pass: fc.nat(9),
  fail: fc.nat(6),
  unknown: fc.nat(3),
  waived: fc.nat(3),
})
const someVault = fc.record({
  owner: fc.constantFrom(...owners),
  environment: fc.constantFrom(...environments),
  subscription: fc.constantFrom(...subscriptions),
  tallies: fc.uniqueArray(tally, { maxLength: 8, selector: ({ rule, owner }) => `${rule}/${owner}` }),
})
const vaults = fc.sample(someVault, { seed: 20261123, numRuns: 14 })

const vaultNames = vaults.map((_, place) => `kv-${place}`)

beforeAll(async () => {
  for (const daysBefore of [10, 3, 2, 1, 0]) await estate.snapshot(addDays(now, -daysBefore))
  for (const [place, rule] of rules.entries())
    await estate.rule(rule, { severity: severities[place % severities.length] ?? 'low' })
  for (const [place, { tallies, owner: vaultOwner, ...where }] of vaults.entries()) {
    const vault = await estate.vault(`kv-${place}`, { ...where, owner: vaultOwner })
    for (const { rule, waived, ...counts } of tallies) {
      await estate.tally(vault, rule, { ...counts, vaultOwner })
      for (let accepted = 0; accepted < Math.min(waived, counts.fail); accepted += 1) {
        const object = await estate.object(vault, `${rule}-${counts.owner}-${accepted}`, { owner: counts.owner })
        await estate.finding(object, rule, { owner: counts.owner, vaultOwner })
        await estate.waiver(object, rule, { from: addDays(now, -1), to: addDays(now, 30) })
      }
    }
  }
})

const ofNow = (filter = {}, scope = everything) =>
  getPosture(db, { scope, at: now, filter: { ...wholeEstate, ...filter } })

const sum = (rows: readonly RuleStanding[], count: (row: RuleStanding) => number) =>
  rows.reduce((total, row) => total + count(row), 0)

test('there is something to add up, and something waived', async () => {
  const rows = await ofNow()
  expect(rows).toHaveLength(rules.length)
  expect(sum(rows, ({ waived }) => waived)).toBeGreaterThan(10)
})

test('a waiver moves a subject from failing to waived, and makes and loses none', async () => {
  const before = await getPosture(db, { scope: everything, at: beforeWaivers })
  const after = await ofNow()
  const conserved = ({ ruleId, pass, fail, waived, unknown }: RuleStanding) => [ruleId, pass, fail + waived, unknown]
  expect(after.map(conserved)).toEqual(before.map(conserved))
  expect(sum(before, ({ waived }) => waived)).toBe(0)
  expect(after.every(({ fail }) => fail >= 0)).toBe(true)
})

test('the estate is the sum of its vaults, its owners, its environments and its subscriptions', async () => {
  const counts = ({ ruleId, pass, fail, waived, unknown }: RuleStanding) => ({ ruleId, pass, fail, waived, unknown })
  const whole = (await ofNow()).map(counts)
  const ways = {
    vault: vaultNames,
    owner: owners.map((name) => name ?? 'none'),
    environment: environments.map((name) => name ?? 'none'),
    subscription: subscriptions.map((name) => name.toUpperCase()),
  }
  for (const [field, names] of Object.entries(ways)) {
    const parts = await Promise.all(names.map((name) => ofNow({ [field]: name })))
    const added = whole.map(({ ruleId }) => {
      const rows = parts.flat().filter((row) => row.ruleId === ruleId)
      const total = (count: (row: RuleStanding) => number) => sum(rows, count)
      return {
        ruleId,
        pass: total(({ pass }) => pass),
        fail: total(({ fail }) => fail),
        waived: total(({ waived }) => waived),
        unknown: total(({ unknown }) => unknown),
      }
    })
    expect(added, field).toEqual(whole)
  }
})

const near = (value: number | null | undefined) => (typeof value === 'number' ? expect.closeTo(value, 10) : null)

test('the trend ends in what the table of rules adds up to, for everybody and for an owner', async () => {
  for (const scope of [everything, ownedBy('Ana')]) {
    const rows = await ofNow({}, scope)
    const { posture: reached, parts } = explainPosture(rows)
    expect(reached).toBeCloseTo(1 - parts.reduce((total, { lost }) => total + (lost ?? 0), 0), 10)
    const trend = await listPostureByDay(db, { scope, at: now, days: 3 })
    expect(trend.at(-1)?.posture).toEqual(near(reached))
    expect(trend.at(1)?.posture).toEqual(near(posture(await getPosture(db, { scope, at: beforeWaivers }))))
  }
})

test('a vault has one posture, wherever it is shown', async () => {
  const { rows } = await listVaults(db, everything, {
    at: now,
    filter: everyVault,
    order: { sort: 'posture', direction: 'asc' },
    page: 1,
    pageSize: 100,
  })
  const worst = await listWorst(db, { scope: everything, at: now, by: 'vault', limit: 100, weeks: 1 })
  expect(rows).toHaveLength(vaults.length)
  for (const { vaultId, name, posture: listed, waived, judged, passed } of rows) {
    const standings = await ofNow({ vault: name.toUpperCase() })
    const reached = posture(standings)
    expect(listed, name).toEqual(near(reached))
    expect([waived, judged, passed]).toEqual([
      sum(standings, (row) => row.waived),
      sum(standings, (row) => row.pass + row.fail),
      sum(standings, (row) => row.pass),
    ])
    expect(posture(await listVaultRules(db, everything, { at: now, vaultId }))).toEqual(near(reached))
    expect((await listVaultPosture(db, everything, { at: now, vaultId, days: 1 })).at(-1)?.posture).toEqual(
      near(reached),
    )
    const ranked = worst.rows.find(({ key }) => key === String(vaultId))
    expect(ranked?.posture ?? null).toEqual(near(reached))
    expect(ranked?.trend.at(-1)?.value ?? null).toEqual(near(reached))
    if (ranked) expect(ranked.waived).toBe(waived)
  }
})

test('so have an owner and a subscription', async () => {
  for (const by of ['owner', 'subscription'] as const) {
    const { rows } = await listWorst(db, { scope: everything, at: now, by, limit: 100, weeks: 1 })
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) {
      const standings = await ofNow({ [by]: row.name || 'none' })
      expect(row.posture, row.name).toEqual(near(posture(standings)))
      expect(row.trend.at(-1)?.value).toEqual(near(posture(standings)))
      expect([row.fail, row.waived, row.unknown]).toEqual([
        sum(standings, ({ fail }) => fail),
        sum(standings, ({ waived }) => waived),
        sum(standings, ({ unknown }) => unknown),
      ])
    }
  }
})
