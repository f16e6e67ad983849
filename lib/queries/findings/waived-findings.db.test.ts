import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything } from '../a-remembered-estate.ts'
import { listVaultFindings } from '../vaults/list-vault-findings.ts'
import { countFindings } from './count-findings.ts'
import { exportFindings } from './export-findings.ts'
import { everyFinding, type FindingFilter, findingStatuses } from './finding-filter.ts'
import { byRisk } from './finding-order.ts'
import type { FindingRow } from './finding-rows.ts'
import { getFindingSubject } from './get-finding-subject.ts'
import { listFindings } from './list-findings.ts'
import { listFindingsByRule } from './list-findings-by-rule.ts'
import { listFindingsByVault } from './list-findings-by-vault.ts'
import { listSingleFindings } from './list-single-findings.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const at = new Date('2026-11-23T07:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-09-01'))
let vaultId = 0
let halfKey = ''

beforeAll(async () => {
  await estate.rule('secret-expired', { severity: 'high' })
  await estate.rule('secret-without-expiry', { severity: 'medium' })
  await estate.rule('vault-open-to-internet', { severity: 'high', subject: 'vault' })
  const shop = await estate.vault('kv-shop', { owner: 'ana' })
  vaultId = shop.vaultId
  const half = await estate.object(shop, 'half')
  halfKey = `o${half.objectId}`
  const wholly = await estate.object(shop, 'wholly')
  const open = await estate.object(shop, 'open')
  await estate.finding(shop, 'vault-open-to-internet')
  await estate.finding(half, 'secret-expired')
  await estate.finding(half, 'secret-without-expiry')
  await estate.finding(wholly, 'secret-expired')
  await estate.finding(open, 'secret-expired')
  const waived = { from: day('2026-11-01'), to: day('2026-12-01') }
  const ids = [
    await estate.waiver(half, 'secret-expired', waived),
    await estate.waiver(wholly, 'secret-expired', waived),
    await estate.waiver(shop, 'vault-open-to-internet', waived),
  ]
  await db.waiver.updateMany({ where: { id: { in: ids } }, data: { endsOn: day('2026-11-30') } })
  // Asked for and not approved, and one that was over before: neither hides anything.
  await estate.waiver(open, 'secret-expired')
  await estate.waiver(half, 'secret-without-expiry', { from: day('2026-09-05'), to: day('2026-10-01') })
})

type Asked = Partial<FindingFilter>

const list = (asked: Asked = {}, when = at) =>
  listFindings(db, everything, {
    at: when,
    filter: { ...everyFinding, ...asked },
    order: byRisk,
    page: 1,
    pageSize: 50,
  })
const names = async (...asked: Parameters<typeof list>) => (await list(...asked)).map(({ name }) => name).sort()

test('what is waived is not at risk, and a subject of which all is waived is no row', async () => {
  expect(await names()).toEqual(['half', 'open'])
  expect(await names({ status: 'waived' })).toEqual(['half', 'kv-shop', 'wholly'])
  expect(await names({ status: 'all' })).toEqual(['half', 'kv-shop', 'open', 'wholly'])
  expect(await names({ severities: ['high'] })).toEqual(['open'])
})

test('each row holds the findings that its view is about, and everything holds both, what is waived last', async () => {
  const half = async (status: FindingFilter['status']) =>
    (await list({ status }))
      .find(({ name }) => name === 'half')
      ?.findings.map(({ ruleId, waivedUntil }) => [ruleId, waivedUntil])
  const waived = ['secret-expired', day('2026-11-30')]
  expect(await half('fail')).toEqual([['secret-without-expiry', null]])
  expect(await half('waived')).toEqual([waived])
  expect(await half('all')).toEqual([['secret-without-expiry', null], waived])
  expect((await getFindingSubject(db, everything, { at, key: halfKey }))?.findings).toMatchObject([
    { ruleId: 'secret-without-expiry', waivedUntil: null },
    { ruleId: 'secret-expired', waivedUntil: day('2026-11-30') },
  ])
})

test('the rank of a subject is that of what is not waived', async () => {
  expect((await list()).map(({ name }) => name)).toEqual(['open', 'half'])
  expect((await list({ status: 'all' })).map(({ name }) => name).slice(0, 2)).toEqual(['open', 'half'])
})

test('a past day shows the waivers in force then', async () => {
  expect(await names({}, day('2026-10-15'))).toEqual(['half', 'kv-shop', 'open', 'wholly'])
  expect(await names({ status: 'waived' }, day('2026-09-20'))).toEqual(['half'])
  expect(await names({}, new Date('2026-11-30T23:59:59.999Z'))).toEqual(['half', 'open'])
  expect(await names({}, day('2026-12-01'))).toEqual(['half', 'kv-shop', 'open', 'wholly'])
})

test('each count is the length of the list it leads to, and nothing is counted twice', async () => {
  for (const status of findingStatuses) {
    const counts = await countFindings(db, everything, { at, filter: { ...everyFinding, status } })
    expect(counts.subjects).toBe((await list({ status })).length)
    expect(counts.waivedSubjects).toBe(3)
    const single = await listSingleFindings(db, everything, {
      at,
      filter: { ...everyFinding, status },
      page: 1,
      pageSize: 99,
    })
    expect(single).toHaveLength(counts.verdicts)
    expect(single.filter(({ waivedUntil }) => waivedUntil)).toHaveLength(
      status === 'fail' || status === 'unknown' ? 0 : 3,
    )
    expect(counts.bySeverity.high).toBe((await list({ status, severities: ['high'] })).length)
  }
  const findings = async (status: FindingFilter['status']) =>
    (await countFindings(db, everything, { at, filter: { ...everyFinding, status } })).findings
  expect([await findings('fail'), await findings('waived'), await findings('all')]).toEqual([2, 3, 2])
})

test('by rule and by vault, what is waived is a number of its own', async () => {
  const question = { at, filter: everyFinding }
  expect(await listFindingsByRule(db, everything, question)).toMatchObject([
    { ruleId: 'secret-expired', failingSubjects: 1, waivedSubjects: 2 },
    { ruleId: 'secret-without-expiry', failingSubjects: 1, waivedSubjects: 0 },
  ])
  expect(await listFindingsByRule(db, everything, { at, filter: { ...everyFinding, status: 'waived' } })).toMatchObject(
    [
      { ruleId: 'secret-expired', failingSubjects: 0, waivedSubjects: 2 },
      { ruleId: 'vault-open-to-internet', failingSubjects: 0, waivedSubjects: 1 },
    ],
  )
  const all = { at, filter: { ...everyFinding, status: 'all' as const }, page: 1, pageSize: 9 }
  for (const asked of [{ ...question, page: 1, pageSize: 9 }, all]) {
    expect((await listFindingsByVault(db, everything, asked)).rows).toMatchObject([{ high: 1, medium: 1, waived: 3 }])
  }
})

test('a vault lists what fails in it, and says how much more is waived', async () => {
  expect(await listVaultFindings(db, everything, { at, vaultId, most: 1 })).toMatchObject([
    { name: 'open', ofRule: 1, waivedOfRule: 2 },
    { name: 'half', ofRule: 1, waivedOfRule: 0 },
  ])
})

test('the file has exactly the rows of the view', async () => {
  for (const status of findingStatuses) {
    const rows: FindingRow[] = []
    await exportFindings(db, everything, { at, filter: { ...everyFinding, status }, order: byRisk }, async (some) => {
      rows.push(...some)
    })
    expect(rows).toEqual(await list({ status }))
  }
})
