// Every series on the first day of history: one snapshot, and then several.
import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { addDays } from '#lib/format/date.ts'
import { aRememberedEstate, everything } from './a-remembered-estate.ts'
import { listCoverageByDay } from './list-coverage-by-day.ts'
import { listFindingsByWeek } from './list-findings-by-week.ts'
import { listPostureByDay } from './list-posture-by-day.ts'
import { listSecretAges } from './list-secret-ages.ts'
import { listWorst } from './list-worst.ts'
import { listComplianceByRule } from './rules/list-compliance-by-rule.ts'
import { listRuleDays } from './rules/list-rule-days.ts'

const now = new Date('2026-11-25T07:00:00Z')
const first = new Date('2026-11-25T06:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, first)

const nothingBefore = (days: number) => Array(days).fill(null)

beforeAll(async () => {
  await estate.snapshot(first)
  await estate.rule('secret-expired', { severity: 'high' })
  const vault = await estate.vault('kv-shop', { owner: 'ana' })
  await estate.tally(vault, 'secret-expired', { owner: 'ana', pass: 3, fail: 1, unknown: 2 })
  const failing = await estate.object(vault, 'failing', { createdAt: addDays(now, -90), managed: false })
  await estate.finding(failing, 'secret-expired')
  await estate.object(vault, 'fresh', { managed: false })
})

const everySeries = async () => {
  const [scope, at] = [everything, now]
  const { rows } = await listWorst(db, { scope, at, by: 'vault', limit: 5, weeks: 13 })
  return {
    posture: (await listPostureByDay(db, { scope, at, days: 90 })).map(({ posture }) => posture),
    rule: (await listRuleDays(db, scope, { at, ruleId: 'secret-expired', days: 90 })).map((day) =>
      day.known ? [day.pass, day.fail, day.unknown] : null,
    ),
    coverage: (await listCoverageByDay(db, { scope, at, days: 90 })).map(({ vaults }) => vaults),
    compliance: (await listComplianceByRule(db, scope, { at, weeks: 13 }))
      .get('secret-expired')
      ?.map((p) => p.compliance),
    worst: rows[0]?.trend.map(({ value }) => value),
  }
}

/** All of it but the last point is before history. */
const oneDay = {
  posture: [...nothingBefore(90), 0.75],
  rule: [...nothingBefore(90), [3, 1, 2]],
  coverage: [...nothingBefore(89), { read: 1, partly: 0, not: 0 }],
  compliance: [...nothingBefore(13), 0.75],
  worst: [...nothingBefore(13), 0.75],
}

const weeks = async () =>
  (await listFindingsByWeek(db, { scope: everything, at: now, weeks: 12 })).filter(
    ({ severity }) => severity === 'high',
  )

describe('after one snapshot', () => {
  test('every trend has one point, and what was before it is not known', async () => {
    expect(await everySeries()).toEqual(oneDay)
  })

  test('this week is known, nothing was opened in it, and the weeks before are not known', async () => {
    expect((await weeks()).map(({ known, opened, fixed }) => [known, opened, fixed])).toEqual([
      ...Array(11).fill([false, 0, 0]),
      [true, 0, 0],
    ])
  })

  test('secrets are as old as they are, however young history is', async () => {
    const { ages } = await listSecretAges(db, { scope: everything, at: now, readAt: first, boundsDays: [30, 60, 365] })
    expect(ages.map(({ secrets }) => secrets)).toEqual([1, 0, 1, 0])
  })

  test('a day later, with no snapshot since, that day is known no more', async () => {
    const later = addDays(now, 2)
    const posture = await listPostureByDay(db, { scope: everything, at: later, days: 3 })
    expect(posture.map((point) => point.posture)).toEqual([null, 0.75, null, null])
    const coverage = await listCoverageByDay(db, { scope: everything, at: later, days: 3 })
    expect(coverage.map(({ vaults }) => vaults?.read ?? null)).toEqual([1, null, null])
  })
})

describe('after several snapshots of one day', () => {
  beforeAll(async () => {
    for (const minutes of [10, 20, 30]) await estate.snapshot(new Date(first.getTime() + minutes * 60_000))
  })

  test('the day is still one point', async () => {
    expect(await everySeries()).toEqual(oneDay)
  })

  test('what the second of them finds was opened this week', async () => {
    const vault = await estate.vault('kv-pay')
    await estate.finding(vault, 'secret-expired', { from: new Date(first.getTime() + 600_000) })
    expect((await weeks()).at(-1)).toMatchObject({ known: true, opened: 1, fixed: 0 })
  })
})
