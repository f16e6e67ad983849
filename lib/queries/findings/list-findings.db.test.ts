// Long, because the list, its counts, its groups and its file answer for the same estate: one test file holds them together.
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from '../a-remembered-estate.ts'
import { countFindings } from './count-findings.ts'
import { exportFindings } from './export-findings.ts'
import { exportSingleFindings } from './export-single-findings.ts'
import { everyFinding, type FindingFilter } from './finding-filter.ts'
import { byRisk, type FindingOrder, findingSorts } from './finding-order.ts'
import { getFindingNeighbours } from './get-finding-neighbours.ts'
import { listFindings } from './list-findings.ts'
import { listFindingsByRule } from './list-findings-by-rule.ts'
import { listFindingsByVault } from './list-findings-by-vault.ts'
import { listSingleFindings } from './list-single-findings.ts'

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const at = new Date('2026-11-23T07:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-09-01'))

beforeAll(async () => {
  await estate.rule('secret-expired', { severity: 'high', failing: 'Secret has expired' })
  await estate.rule('secret-without-expiry', { severity: 'medium' })
  await estate.rule('object-without-owner', { severity: 'medium', area: 'Storing', subject: 'object' })
  await estate.rule('expired-secret-still-read', { severity: 'critical', area: 'Use' })
  await estate.rule('vault-open-to-internet', { severity: 'high', area: 'Network', subject: 'vault' })

  const shop = await estate.vault('kv-shop', {
    owner: 'ana',
    environment: 'production',
    subscription: 'Retail',
    tags: { CostCenter: '4711' },
  })
  const pay = await estate.vault('kv-pay', {
    owner: 'team-pay',
    environment: 'test',
    subscription: 'Payments',
    unread: { 'access-log': ['not', 'not-logged'] },
  })
  const dark = await estate.vault('kv-dark', { unread: { secrets: ['not', 'forbidden-by-firewall'] } })
  const gone = await estate.vault('kv-gone', { goneAt: day('2026-11-01') })

  await estate.finding(shop, 'vault-open-to-internet', { failingSince: day('2026-09-10') })
  const stripe = await estate.object(shop, 'Stripe-Key', {
    createdAt: day('2026-06-01'),
    expiresAt: day('2026-11-20'),
    tags: { Team: 'Checkout' },
  })
  await estate.finding(stripe, 'secret-expired', { from: day('2026-11-20') })
  await estate.finding(stripe, 'expired-secret-still-read', { from: day('2026-11-21') })
  const mail = await estate.object(shop, 'smtp', { owner: 'bo', createdAt: day('2026-11-13') })
  await estate.finding(mail, 'secret-without-expiry', { failingSince: day('2026-09-05') })
  const key = await estate.object(pay, 'signing', { kind: 'key', owner: 'ana', expiresAt: day('2026-12-01') })
  await estate.finding(key, 'object-without-owner', { failingSince: day('2026-10-01') })
  const card = await estate.object(pay, 'card', { createdAt: day('2026-09-24') })
  await estate.finding(card, 'secret-without-expiry', { failingSince: day('2026-09-05') })
  const hidden = await estate.object(dark, 'hidden')
  await estate.unknown(hidden, 'secret-expired', { failingSince: day('2026-10-10') })
  await estate.unknown(dark, 'secret-without-expiry')
  await estate.object(shop, 'clean', { createdAt: day('2026-11-20'), enabled: false })
  await estate.object(shop, 'behind-a-certificate', { managed: true })
  await estate.finding(gone, 'vault-open-to-internet', { to: day('2026-11-01') })
  await estate.finding(await estate.object(shop, 'once', { goneAt: day('2026-10-20') }), 'secret-expired', {
    to: day('2026-10-20'),
  })

  const { id: callerId } = await db.caller.create({
    data: { identity: 'i', kind: 'application', name: 'shop', seenFirstAt: at, seenLastAt: at },
  })
  const read = (vaultId: number, kind: 'secret' | 'key', nameKey: string, lastAt: string, outcome = 'ok') =>
    db.accessDay.create({
      data: {
        day: new Date(`${lastAt.slice(0, 10)}T00:00:00Z`),
        vaultId,
        kind,
        nameKey,
        version: '',
        callerId,
        operation: 'SecretGet',
        outcome,
        calls: 2,
        address: '20.0.0.1',
        firstAt: new Date(lastAt),
        lastAt: new Date(lastAt),
      },
    })
  await read(shop.vaultId, 'secret', 'stripe-key', '2026-11-22T20:00:00Z')
  await read(shop.vaultId, 'secret', 'stripe-key', '2026-11-20T20:00:00Z')
  await read(shop.vaultId, 'secret', 'smtp', '2026-09-22T20:00:00Z')
  await read(shop.vaultId, 'secret', 'smtp', '2026-11-22T20:00:00Z', 'denied')
  await read(pay.vaultId, 'secret', 'card', '2026-10-01T20:00:00Z')
})

type Asked = Partial<FindingFilter>

const list = (asked: Asked = {}, { scope = everything, order = byRisk, when = at, page = 1, pageSize = 50 } = {}) =>
  listFindings(db, scope, { at: when, filter: { ...everyFinding, ...asked }, order, page, pageSize })
const names = async (...asked: Parameters<typeof list>) => (await list(...asked)).map(({ name }) => name)

test('the riskiest comes first: worst severity, then all that fails together, then what fails longest', async () => {
  expect(await names()).toEqual(['Stripe-Key', 'kv-shop', 'card', 'smtp', 'signing'])
})

test('a row says what a person needs to act on it', async () => {
  const [row] = await list()
  expect(row).toMatchObject({
    kind: 'secret',
    vaultName: 'kv-shop',
    owner: 'ana',
    ownerSource: 'vault',
    environment: 'production',
    subscriptionName: 'Retail',
    expiresAt: day('2026-11-20'),
    rotatedAt: day('2026-06-01'),
    lastReadAt: new Date('2026-11-22T20:00:00Z'),
    logCovered: true,
    logCoveredFrom: new Date('2026-09-22T00:00:00Z'),
    failingSince: day('2026-11-20'),
  })
  expect(row?.findings.map(({ ruleId, status }) => `${ruleId} ${status}`)).toEqual([
    'expired-secret-still-read fail',
    'secret-expired fail',
  ])
})

test.each<[says: string, asked: Asked, names: string[]]>([
  ['by rule', { rules: ['secret-without-expiry', 'object-without-owner'] }, ['card', 'smtp', 'signing']],
  ['by severity', { severities: ['critical'] }, ['Stripe-Key']],
  ['by area', { areas: ['Network', 'Use'] }, ['Stripe-Key', 'kv-shop']],
  ['by kind', { kinds: ['key', 'vault'] }, ['kv-shop', 'signing']],
  ['by the name of a subscription', { subscriptions: ['payments'] }, ['card', 'signing']],
  ['by the id of a subscription', { subscriptions: ['00000000-0000-0000-0000-Payments'] }, ['card', 'signing']],
  ['by environment', { environments: ['Test'] }, ['card', 'signing']],
  ['by owner, the nearest one named', { owner: 'Ana' }, ['Stripe-Key', 'kv-shop', 'signing']],
  ['by vault', { vault: 'KV-Pay' }, ['card', 'signing']],
  ['by the name of a tag', { tag: { name: 'team', value: null } }, ['Stripe-Key']],
  [
    'by the value of a tag of the vault',
    { tag: { name: 'costcenter', value: '4711' } },
    ['Stripe-Key', 'kv-shop', 'smtp'],
  ],
  ['by another value of a tag', { tag: { name: 'costcenter', value: '1' } }, []],
  ['what is disabled', { status: 'all', enabled: false }, ['clean']],
  ['what is enabled', { enabled: true, vault: 'kv-shop' }, ['Stripe-Key', 'smtp']],
  ['what is still read', { read: 'still-read' }, ['Stripe-Key']],
  ['what the log shows no read of', { read: 'not-read' }, ['smtp']],
  ['what no log covers', { read: 'not-covered' }, ['card', 'signing']],
  [
    'by expiry, the last day not included',
    { expires: { from: new Date('2026-11-20T00:00:00Z'), to: new Date('2026-12-01T00:00:00Z') } },
    ['Stripe-Key'],
  ],
  ['by age, from sixty days', { age: { fromDays: 60, toDays: null } }, ['Stripe-Key', 'card', 'signing']],
  ['by age, up to sixty days', { age: { fromDays: 0, toDays: 60 } }, ['smtp']],
  ['by text, in names of objects and vaults', { text: 'PAY' }, ['card', 'signing']],
  ['by text that would be a pattern', { text: '%' }, []],
  ['what could not be judged', { status: 'unknown' }, ['hidden', 'kv-dark']],
  ['what has no owner and could not be judged', { status: 'unknown', owner: 'none' }, ['hidden', 'kv-dark']],
  ['what is in no environment', { status: 'unknown', environments: ['none'] }, ['hidden', 'kv-dark']],
])('can be asked for %s', async (_, asked, expected) => {
  expect(await names(asked)).toEqual(expected)
})

test('everything is every vault and every object that stands on its own', async () => {
  expect((await names({ status: 'all' })).sort()).toEqual(
    ['Stripe-Key', 'card', 'clean', 'hidden', 'kv-dark', 'kv-pay', 'kv-shop', 'signing', 'smtp'].sort(),
  )
  const hidden = (await list({ status: 'all' })).find(({ name }) => name === 'hidden')
  expect(hidden?.findings).toMatchObject([
    { ruleId: 'secret-expired', status: 'unknown', failingSince: day('2026-10-10') },
  ])
})

test('a past day shows what failed then', async () => {
  expect(await names({}, { when: day('2026-10-15') })).toEqual([
    'kv-gone',
    'once',
    'kv-shop',
    'card',
    'smtp',
    'signing',
  ])
})

test('a read after the day that is asked for does not count', async () => {
  const [row] = await list({ text: 'stripe' }, { when: new Date('2026-11-21T23:59:59Z') })
  expect(row?.lastReadAt).toEqual(new Date('2026-11-20T20:00:00Z'))
})

test('an owner sees their vaults with all in them, and their objects in the vaults of others', async () => {
  expect(await names({ status: 'all' }, { scope: ownedBy('Ana'), order: { sort: 'name', direction: 'asc' } })).toEqual([
    'clean',
    'kv-shop',
    'signing',
    'smtp',
    'Stripe-Key',
  ])
  expect(await names({}, { scope: ownedBy('Bo') })).toEqual(['smtp'])
  expect(await names({}, { scope: ownedBy('Nobody') })).toEqual([])
})

const filters: Asked[] = [
  {},
  { status: 'all' },
  { status: 'unknown' },
  { status: 'all', rules: ['secret-expired'] },
  { severities: ['medium', 'critical'] },
  { owner: 'ana', kinds: ['secret', 'key'] },
  { read: 'not-covered' },
  { age: { fromDays: 30, toDays: 365 }, text: 'kv' },
]
const scopes = { everything, ana: ownedBy('Ana'), bo: ownedBy('Bo'), nobody: ownedBy('Nobody') }
const orders = findingSorts.flatMap((sort): FindingOrder[] => [
  { sort, direction: 'asc' },
  { sort, direction: 'desc' },
])

test.each(Object.keys(scopes))('the file has exactly the rows of the table, in its order (%s)', async (who) => {
  const scope = scopes[who as keyof typeof scopes]
  for (const [index, asked] of filters.entries()) {
    // Every order once, and every filter in some of them.
    for (const order of orders.filter((_, turn) => index === 0 || turn % filters.length === index)) {
      const question = { at, filter: { ...everyFinding, ...asked }, order }
      const exported: unknown[] = []
      const total = await exportFindings(db, scope, question, async (rows) => {
        exported.push(...rows)
      })
      const pages = await Promise.all([1, 2, 3, 4].map((page) => list(asked, { scope, order, page, pageSize: 3 })))
      expect(exported).toEqual(pages.flat())
      expect(total).toBe((await countFindings(db, scope, question)).subjects)
    }
  }
})

test('each count is the length of the list it leads to', async () => {
  for (const asked of filters) {
    const filter = { ...everyFinding, ...asked }
    const counts = await countFindings(db, everything, { at, filter })
    for (const [severity, subjects] of Object.entries(counts.bySeverity)) {
      expect(await names({ ...asked, severities: [severity as 'high'] })).toHaveLength(subjects)
    }
    expect(await names({ ...asked, status: 'unknown' })).toHaveLength(counts.unknownSubjects)
  }
  expect(await countFindings(db, everything, { at, filter: everyFinding })).toMatchObject({
    subjects: 5,
    findings: 6,
    vaults: 2,
    bySeverity: { critical: 1, high: 2, medium: 3, low: 0 },
  })
})

test('one by one, there are as many findings as are counted, and the file has the same ones', async () => {
  for (const scope of Object.values(scopes)) {
    for (const asked of filters) {
      const question = { at, filter: { ...everyFinding, ...asked } }
      const rows = await listSingleFindings(db, scope, { ...question, page: 1, pageSize: 99 })
      const paged = await Promise.all(
        [1, 2, 3, 4].map((page) => listSingleFindings(db, scope, { ...question, page, pageSize: 4 })),
      )
      expect(paged.flat()).toEqual(rows)
      const { verdicts } = await countFindings(db, scope, question)
      expect(rows).toHaveLength(verdicts)
      const exported: unknown[] = []
      expect(await exportSingleFindings(db, scope, question, async (batch) => void exported.push(...batch))).toBe(
        verdicts,
      )
      expect(exported).toEqual(rows)
    }
  }
})

test('everything that somebody owns is what nobody owns not', async () => {
  const subjects = async (owner: string | null) =>
    (await countFindings(db, everything, { at, filter: { ...everyFinding, status: 'all', owner } })).subjects
  expect(await subjects('none')).toBeGreaterThan(0)
  expect((await subjects('anybody')) + (await subjects('none'))).toBe(await subjects(null))
})

test('grouped by rule, the groups hold the rows of the list', async () => {
  expect(await listFindingsByRule(db, everything, { at, filter: everyFinding })).toMatchObject([
    { ruleId: 'expired-secret-still-read', failingSubjects: 1, unknownSubjects: 0, vaults: 1 },
    { ruleId: 'secret-expired', failingSubjects: 1 },
    { ruleId: 'vault-open-to-internet', failingSubjects: 1 },
    { ruleId: 'secret-without-expiry', failingSubjects: 2, vaults: 2, failingSince: day('2026-09-05') },
    { ruleId: 'object-without-owner', failingSubjects: 1 },
  ])
})

test('grouped by vault, every vault counts its rows and what fails in them', async () => {
  const page = (number: number) =>
    listFindingsByVault(db, everything, { at, filter: { ...everyFinding, status: 'all' }, page: number, pageSize: 2 })
  expect(await page(1)).toMatchObject({
    rows: [
      { vaultName: 'kv-shop', owner: 'ana', subjects: 4, critical: 1, high: 2, medium: 1, low: 0, unknown: 0 },
      { vaultName: 'kv-pay', subjects: 3, critical: 0, high: 0, medium: 2 },
    ],
    total: 3,
  })
  expect((await page(2)).rows).toMatchObject([{ vaultName: 'kv-dark', subjects: 2, unknown: 2 }])
})

test('a row knows its neighbours in the whole list', async () => {
  const rows = await list()
  const question = { at, filter: everyFinding, order: byRisk }
  expect(await getFindingNeighbours(db, everything, { ...question, key: rows[1]?.key ?? '' })).toEqual({
    previous: rows[0]?.key,
    next: rows[2]?.key,
    place: 2,
    total: 5,
  })
  expect(await getFindingNeighbours(db, ownedBy('Bo'), { ...question, key: rows[1]?.key ?? '' })).toBeNull()
})
