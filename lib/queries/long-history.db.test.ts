// Every series over four hundred days with a hole of thirty, against arithmetic done here, day by day, without the queries.
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { addDays, isoDate } from '#lib/format/date.ts'
import { aRememberedEstate, everything, ownedBy } from './a-remembered-estate.ts'
import { listCoverageByDay } from './list-coverage-by-day.ts'
import { listExpiriesByWeek } from './list-expiries-by-week.ts'
import { listFindingsByWeek } from './list-findings-by-week.ts'
import { listPostureByDay } from './list-posture-by-day.ts'
import { listSecretAges } from './list-secret-ages.ts'
import { listWorst } from './list-worst.ts'
import { listComplianceByRule } from './rules/list-compliance-by-rule.ts'
import { listRuleDays } from './rules/list-rule-days.ts'

// A Monday, as is the first night of history, 57 weeks before.
const now = new Date('2026-11-23T07:00:00Z')
const night = (daysBefore: number) => addDays(new Date('2026-11-23T02:15:00Z'), -daysBefore)
const firstNight = 399
const wasTaken = (daysBefore: number) => daysBefore <= firstNight && (daysBefore < 30 || daysBefore >= 60)
const db = await freshDatabase()
const estate = aRememberedEstate(db, night(firstNight))

/** Nights before now at which a finding was opened, and fixed. */
const findings = [
  { opened: 398, fixed: 391 },
  { opened: 200, fixed: 61 },
  // Opened and fixed by somebody while nobody looked, and seen by the first snapshot after it.
  { opened: 61, fixed: 29 },
  { opened: 29, fixed: null },
  { opened: 0, fixed: null },
]

/** From which night on how many passed and failed, by vault and rule. */
const tallies = {
  shop: {
    'secret-expired': [
      { from: 399, pass: 8, fail: 2 },
      { from: 80, pass: 10, fail: 0 },
      { from: 29, pass: 5, fail: 5 },
    ],
    'object-without-owner': [{ from: 399, pass: 3, fail: 1 }],
  },
  pay: { 'secret-expired': [{ from: 100, pass: 0, fail: 2 }] },
} as const
const weights: Readonly<Record<string, number>> = { 'secret-expired': 5, 'object-without-owner': 1 }

const countsOn = (daysBefore: number, vault: keyof typeof tallies, rule: string) => {
  const steps: readonly { from: number; pass: number; fail: number }[] =
    Object.entries(tallies[vault]).find(([name]) => name === rule)?.[1] ?? []
  return steps.findLast(({ from }) => from >= daysBefore) ?? { pass: 0, fail: 0 }
}

function postureOn(daysBefore: number, vaults: readonly (keyof typeof tallies)[]): number | null {
  if (!wasTaken(daysBefore)) return null
  let [share, weight] = [0, 0]
  for (const [rule, ofRule] of Object.entries(weights)) {
    const counts = vaults.map((vault) => countsOn(daysBefore, vault, rule))
    const pass = counts.reduce((sum, one) => sum + one.pass, 0)
    const decided = counts.reduce((sum, one) => sum + one.pass + one.fail, 0)
    if (decided > 0) [share, weight] = [share + (ofRule * pass) / decided, weight + ofRule]
  }
  return weight === 0 ? null : share / weight
}

/** So many days, the last one now, and how many days before now each is. */
const daysBefore = (days: number) => Array.from({ length: days }, (_, index) => days - 1 - index)
const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1e6) / 1e6)

beforeAll(async () => {
  const first = await estate.snapshot(night(firstNight))
  const { id: _, ...like } = await db.snapshot.findUniqueOrThrow({ where: { id: first } })
  await db.snapshot.createMany({
    data: daysBefore(firstNight)
      .filter(wasTaken)
      .map((ago) => ({ ...like, capturedAt: night(ago) })),
  })
  await estate.rule('secret-expired', { severity: 'high' })
  await estate.rule('object-without-owner', { severity: 'low' })
  const vaults = {
    shop: await estate.vault('kv-shop', { owner: 'ana' }),
    pay: await estate.vault('kv-pay', { owner: 'bo', from: night(100), unread: { keys: ['partly', 'throttled'] } }),
  }
  for (const [vault, rules] of Object.entries(tallies)) {
    const owner = vault === 'shop' ? 'ana' : 'bo'
    for (const [rule, steps] of Object.entries(rules)) {
      for (const [index, { from, pass, fail }] of steps.entries()) {
        const next: { from: number } | undefined = steps[index + 1]
        const held = { from: night(from), to: next ? night(next.from) : null }
        await estate.tally(vaults[vault === 'shop' ? 'shop' : 'pay'], rule, { owner, pass, fail, ...held })
      }
    }
  }
  for (const [index, { opened, fixed }] of findings.entries()) {
    const object = await estate.object(vaults.shop, `finding-${index}`, { kind: 'key' })
    const to = fixed === null ? null : night(fixed)
    await estate.finding(object, 'secret-expired', { from: night(opened), to })
  }
  const soon = addDays(now, 10)
  await estate.object(vaults.shop, 'always', { createdAt: night(399), expiresAt: soon, managed: false })
  await estate.object(vaults.shop, 'new', { kind: 'key', from: night(20), expiresAt: soon })
  await estate.object(vaults.shop, 'gone', { kind: 'certificate', goneAt: night(50), expiresAt: soon })
  for (const ago of [0, 29, 30, 59, 60, 364, 365]) {
    await estate.object(vaults.shop, `made-${ago}`, { createdAt: addDays(now, -ago), managed: false })
  }
  // Four hundred nights are written before the first question.
}, 120_000)

test('posture by day: every day its own value, the hole and what was before history not known', async () => {
  const points = await listPostureByDay(db, { scope: everything, at: now, days: 420 })
  expect(points.map(({ posture }) => rounded(posture))).toEqual(
    daysBefore(421).map((ago) => rounded(postureOn(ago, ['shop', 'pay']))),
  )
  expect(points.filter(({ posture }) => posture === null)).toHaveLength(30 + 21)
  expect(points.map(({ at }) => isoDate(at))).toEqual(daysBefore(421).map((ago) => isoDate(addDays(now, -ago))))
})

test('posture by day of an owner: nothing is known before they had anything', async () => {
  const points = await listPostureByDay(db, { scope: ownedBy('bo'), at: now, days: 420 })
  expect(points.map(({ posture }) => posture)).toEqual(
    daysBefore(421).map((ago) => (wasTaken(ago) && ago <= 100 ? 0 : null)),
  )
})

test('the days of a rule: its counts on each of four hundred and twenty days', async () => {
  const days = await listRuleDays(db, everything, { at: now, ruleId: 'secret-expired', days: 420 })
  expect(days.map(({ known, pass, fail }) => [known, pass, fail])).toEqual(
    daysBefore(421).map((ago) => {
      const [shop, pay] = [countsOn(ago, 'shop', 'secret-expired'), countsOn(ago, 'pay', 'secret-expired')]
      return [wasTaken(ago), shop.pass + pay.pass, shop.fail + pay.fail]
    }),
  )
})

test('compliance by rule and the trends of the worst: the same weeks, the same hole', async () => {
  const weeksBefore = daysBefore(60).map((weeks) => weeks * 7)
  const byRule = await listComplianceByRule(db, everything, { at: now, weeks: 59 })
  expect(byRule.get('object-without-owner')?.map(({ compliance }) => compliance)).toEqual(
    weeksBefore.map((ago) => (wasTaken(ago) ? 0.75 : null)),
  )
  const { rows } = await listWorst(db, { scope: everything, at: now, by: 'vault', limit: 5, weeks: 59 })
  expect(rows.map(({ name }) => name)).toEqual(['kv-pay', 'kv-shop'])
  expect(rows[1]?.trend.map(({ value }) => rounded(value))).toEqual(
    weeksBefore.map((ago) => rounded(postureOn(ago, ['shop']))),
  )
})

test('coverage by day: what was there on each day, and nothing of the days of the hole', async () => {
  const days = await listCoverageByDay(db, { scope: everything, at: now, days: 420 })
  expect(days.map(({ vaults }) => vaults)).toEqual(
    daysBefore(420).map((ago) => (wasTaken(ago) ? { read: 1, partly: ago <= 100 ? 1 : 0, not: 0 } : null)),
  )
})

test('findings by week: each counts in the week it was seen, and weeks nobody looked at are not known', async () => {
  const rows = (await listFindingsByWeek(db, { scope: everything, at: now, weeks: 60 })).filter(
    ({ severity }) => severity === 'high',
  )
  // Weeks before this one, from the day of the week that is now.
  const inWeek = (ago: number | null, weeksBefore: number) => ago !== null && Math.ceil(ago / 7) === weeksBefore
  expect(rows.map(({ startsOn, known, opened, fixed }) => [isoDate(startsOn), known, opened, fixed])).toEqual(
    daysBefore(60).map((weeksBefore) => {
      const days = Array.from({ length: 7 }, (_, day) => weeksBefore * 7 - day)
      return [
        isoDate(addDays(now, -weeksBefore * 7)),
        days.some((ago) => ago >= 0 && wasTaken(ago)),
        findings.filter(({ opened }) => inWeek(opened, weeksBefore)).length,
        findings.filter(({ fixed }) => inWeek(fixed, weeksBefore)).length,
      ]
    }),
  )
  expect(rows.flatMap(({ startsOn, known }) => (known ? [] : [isoDate(startsOn)]))).toEqual([
    ...['2025-10-06', '2025-10-13', '2026-09-28', '2026-10-05', '2026-10-12'],
  ])
})

test('expiries by week: as known now, and as known sixty days ago', async () => {
  const counts = async (at: Date) =>
    (await listExpiriesByWeek(db, { scope: everything, at, weeks: 13 })).map(
      ({ secrets, keys, certificates }) => `${secrets} ${keys} ${certificates}`,
    )
  const only = (week: number, said: string) =>
    Array.from({ length: 13 }, (_, index) => (index === week ? said : '0 0 0'))
  expect(await counts(now)).toEqual(only(1, '1 1 0'))
  expect(await counts(night(60))).toEqual(only(10, '1 0 1'))
})

test('secret ages: every age in the class it belongs to, the oldest with the whole of history', async () => {
  const asked = { scope: everything, at: now, readAt: now, boundsDays: [30, 60, 365] }
  const { ages } = await listSecretAges(db, asked)
  expect(ages.map(({ secrets }) => secrets)).toEqual([2, 2, 2, 2])
})
