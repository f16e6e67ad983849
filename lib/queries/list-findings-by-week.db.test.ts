import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { Severity } from '#lib/domain/severity.ts'
import { aRememberedEstate, everything, ownedBy } from './a-remembered-estate.ts'
import { addDays } from '#lib/format/date.ts'
import { exportFindingEvents } from './findings/export-finding-events.ts'
import { countFindingEvents, listFindingEvents } from './findings/list-finding-events.ts'
import { listFindingsByWeek } from './list-findings-by-week.ts'

// 23 November 2026 is a Monday.
const now = new Date('2026-11-25T07:00:00Z')
const day = (text: string) => new Date(`${text}T06:00:00Z`)
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-11-03'))

beforeAll(async () => {
  for (const text of ['2026-11-03', '2026-11-10', '2026-11-12', '2026-11-18', '2026-11-24'])
    await estate.snapshot(day(text))
  await estate.rule('secret-expired', { severity: 'high' })
  const vault = await estate.vault('kv-ana', { owner: 'ana' })
  const object = (name: string) => estate.object(vault, name)
  const old = await object('failed-when-first-seen')
  await estate.finding(old, 'secret-expired', { to: day('2026-11-18') })
  const moved = await object('facts-moved')
  const since = { failingSince: day('2026-11-10') }
  await estate.finding(moved, 'secret-expired', { ...since, from: day('2026-11-10'), to: day('2026-11-12') })
  await estate.finding(moved, 'secret-expired', { ...since, from: day('2026-11-12') })
  const lost = await object('lost-from-sight')
  await estate.finding(lost, 'secret-expired', { ...since, from: day('2026-11-10'), to: day('2026-11-18') })
  await estate.unknown(lost, 'secret-expired', { ...since, from: day('2026-11-18') })
  const seenAgain = await object('unknown-then-fixed')
  await estate.finding(seenAgain, 'secret-expired', { ...since, from: day('2026-11-10'), to: day('2026-11-12') })
  await estate.unknown(seenAgain, 'secret-expired', { ...since, from: day('2026-11-12'), to: day('2026-11-24') })
  const neverFailed = await object('unknown-then-passing')
  await estate.unknown(neverFailed, 'secret-expired', { from: day('2026-11-10'), to: day('2026-11-18') })
  await estate.waiver(moved, 'secret-expired', { from: day('2026-11-18'), to: day('2026-11-24') })

  await estate.rule('weak-key', { severity: 'low' })
  await db.rule.update({ where: { id: 'weak-key' }, data: { addedAt: day('2026-11-12') } })
  await estate.finding(old, 'weak-key', { from: day('2026-11-12'), to: day('2026-11-24') })
  await estate.finding(moved, 'weak-key', { from: day('2026-11-18') })
})

const counted = async (severity: Severity, at = now, scope = everything) =>
  (await listFindingsByWeek(db, { scope, at, weeks: 4 }))
    .filter((row) => row.severity === severity)
    .map((row) => [row.startsOn.toISOString().slice(0, 10), row.opened, row.fixed])

const high = (at = now, scope = everything) => counted('high', at, scope)

test('a finding is opened once, however its facts move, and fixed only when it was seen fixed', async () => {
  expect(await high()).toEqual([
    ['2026-11-02', 0, 0],
    ['2026-11-09', 3, 0],
    ['2026-11-16', 0, 1],
    ['2026-11-23', 0, 1],
  ])
})

test('every week has every severity', async () => {
  const rows = await listFindingsByWeek(db, { scope: everything, at: now, weeks: 4 })
  expect(rows.slice(0, 4).map((row) => row.severity)).toEqual(['critical', 'high', 'medium', 'low'])
  expect(rows).toHaveLength(16)
})

test('a past day does not know what was fixed later', async () => {
  expect((await high(day('2026-11-17'))).at(-1)).toEqual(['2026-11-16', 0, 0])
})

test('an owner counts their own', async () => {
  expect((await high(now, ownedBy('ana')))[1]).toEqual(['2026-11-09', 3, 0])
  expect((await high(now, ownedBy('ben')))[1]).toEqual(['2026-11-09', 0, 0])
})

test('what a new rule finds at its first look was not opened that day, and can be fixed', async () => {
  expect(await counted('low')).toEqual([
    ['2026-11-02', 0, 0],
    ['2026-11-09', 0, 0],
    ['2026-11-16', 1, 0],
    ['2026-11-23', 0, 1],
  ])
})

test('each week has as many findings as the list it leads to, of each sort and severity', async () => {
  for (const at of [now, day('2026-11-17')]) {
    for (const scope of [everything, ownedBy('ana'), ownedBy('ben')]) {
      for (const row of await listFindingsByWeek(db, { scope, at, weeks: 4 })) {
        const days = { from: row.startsOn, to: addDays(row.startsOn, 7) }
        for (const what of ['opened', 'fixed'] as const) {
          const filter = { what, severities: [row.severity], rules: [] }
          const rows = await listFindingEvents(db, scope, { at, ...days, filter, page: 1, pageSize: 99 })
          expect(rows).toHaveLength(row[what])
        }
        const ofAnySort = { what: null, severities: [], rules: [] }
        const counts = await countFindingEvents(db, scope, { at, ...days, filter: ofAnySort })
        expect(counts.find((one) => one.what === 'opened' && one.severity === row.severity)?.events ?? 0).toBe(
          row.opened,
        )
      }
    }
  }
})

test('the list says what was opened and fixed, the latest first, and the file has the same', async () => {
  const question = { at: now, from: day('2026-11-02'), to: null, filter: { what: null, severities: [], rules: [] } }
  const rows = await listFindingEvents(db, everything, { ...question, page: 1, pageSize: 99 })
  expect(rows.map(({ what, name, ruleId }) => `${name} ${what} ${ruleId}`)).toEqual([
    'unknown-then-fixed fixed secret-expired',
    'failed-when-first-seen fixed weak-key',
    'failed-when-first-seen fixed secret-expired',
    'facts-moved opened weak-key',
    'facts-moved opened secret-expired',
    'lost-from-sight opened secret-expired',
    'unknown-then-fixed opened secret-expired',
  ])
  const exported: unknown[] = []
  await exportFindingEvents(db, everything, question, async (batch) => void exported.push(...batch))
  expect(exported).toEqual(rows)
  const second = await listFindingEvents(db, everything, { ...question, page: 2, pageSize: 3 })
  expect(second).toEqual(rows.slice(3, 6))
})
