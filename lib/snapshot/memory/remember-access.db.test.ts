import { beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { AccessSummary } from '#lib/azure/access-summary.ts'
import type { AccessSummaryRow, Caller } from '#lib/azure/rows/access-row.ts'
import { type Database, sql } from '#lib/db/open-database.ts'
import { aRun } from '../testing/a-run.ts'
import { rememberAccess } from './remember-access.ts'
import { type Attempt, whileOurs } from './while-ours.ts'

const day = new Date('2026-11-20T00:00:00Z')
const window = { coveredFromAt: day, coveredUntilAt: new Date('2026-11-21T02:15:00Z') }
const workspace = (name: string) => ({ resourceId: `/workspaces/${name}`, customerId: name, name, retentionDays: 30 })

let db: Database
let run: Attempt
let vaultIds: Map<string, number>
beforeEach(async () => {
  db = await freshDatabase()
  run = await aRun(db)
  const { id } = await db.vault.create({ data: { resourceId: 'kv-orders', name: 'kv-orders', seenFirstAt: day } })
  vaultIds = new Map([['kv-orders', id]])
})

const aCall = (number: number, overrides: Partial<AccessSummaryRow> = {}): AccessSummaryRow => ({
  day,
  vaultResourceId: 'kv-orders',
  object: { kind: 'secret', name: `secret-${number}` },
  version: '',
  identity: `caller-${String(number).padStart(4, '0')}`,
  operation: 'SecretGet',
  outcome: 'ok',
  address: '20.0.0.1',
  calls: 3,
  hours: Array.from({ length: 24 }, (_, hour) => (hour === 8 ? 3 : 0)),
  firstAt: new Date('2026-11-20T08:00:00Z'),
  lastAt: new Date('2026-11-20T09:00:00Z'),
  ...overrides,
})

/** These calls, with their callers, on a day on which the vault was heard. */
function aSummary(calls: AccessSummaryRow[], { ownLastAt = null }: { ownLastAt?: Date | null } = {}): AccessSummary {
  const callers = [...new Set(calls.map(({ identity }) => identity))].map(
    (identity): Caller => ({
      identity,
      kind: 'application',
      name: `app of ${identity}`,
      applicationId: 'a',
      resourceId: null,
      hostId: null,
    }),
  )
  const [first] = calls
  const heard = { day, vaultResourceId: first?.vaultResourceId ?? 'kv-orders', calls: calls.length, ownLastAt }
  return { calls, callers, heard: [{ ...heard, firstAt: day, lastAt: new Date('2026-11-20T23:00:00Z') }] }
}

const remember = (summary: AccessSummary, more: Partial<Parameters<typeof rememberAccess>[4]> = {}, name = 'one') =>
  rememberAccess(whileOurs(db, run), workspace(name), summary, vaultIds, { window, ...more })

/** Every byte of what is remembered of the log, and which transaction wrote it where. */
async function everything(): Promise<unknown> {
  const tables = ['access_day', 'vault_access_day', 'caller', 'log_day', 'log_gap']
  const rows = tables.map((table) =>
    db.$queryRawUnsafe(`select ctid::text, xmin::text, t::text as row from ${table} t order by 3`),
  )
  // The watermark is written again, and says the same.
  return Promise.all([...rows, db.$queryRaw`select t::text from log_workspace t`])
}

const some = () =>
  aSummary(
    [
      aCall(1),
      aCall(1, { address: '20.0.0.2' }),
      aCall(2, { outcome: 'denied', calls: 40 }),
      aCall(3, { object: null, operation: 'SecretList', version: '' }),
      aCall(4, { version: '8fbb0accbfbe4ee4b025649ebabae465' }),
    ],
    { ownLastAt: new Date('2026-11-20T02:00:00Z') },
  )

test('the same window read twice changes not a byte', async () => {
  await remember(some())
  const before = await everything()
  await remember(some())
  expect(await everything()).toEqual(before)
})

test('a late row adds to its day, and a part of an answer takes nothing away', async () => {
  await remember(some())
  const later = { calls: 5, lastAt: new Date('2026-11-20T10:30:00Z') }
  await remember(aSummary([aCall(1, later)]))
  const [row] = await db.accessDay.findMany({ where: { nameKey: 'secret-1', address: '20.0.0.1' } })
  expect(row).toMatchObject(later)
  await remember(aSummary([aCall(1, { calls: 1 }), aCall(3, { object: null, operation: 'SecretList', calls: 1 })]), {
    watermark: 'stays',
  })
  expect(await db.accessDay.findFirst({ where: { nameKey: 'secret-1', address: '20.0.0.1' } })).toEqual(row)
  expect(await db.vaultAccessDay.findFirst()).toMatchObject({ calls: 3 })
})

test('addresses are told apart, and calls that name no object are kept apart', async () => {
  await remember(some())
  expect(await db.accessDay.count({ where: { nameKey: 'secret-1' } })).toBe(2)
  expect(await db.vaultAccessDay.findMany({ select: { operation: true, calls: true } })).toEqual([
    { operation: 'SecretList', calls: 3 },
  ])
  const counted = await db.$queryRaw(sql`
    select count(*)::int as rows, count(kind)::int as named, sum(calls)::int as calls from every_access_day`)
  expect(counted).toEqual([{ rows: 5, named: 4, calls: 52 }])
})

test('the watermark moves with the rows, and stays where only a part came', async () => {
  await remember(some(), { watermark: 'stays' })
  expect(await db.logWorkspace.findFirst()).toMatchObject({ coveredFromAt: day, coveredUntilAt: day })
  await remember(some())
  expect(await db.logWorkspace.findFirst()).toMatchObject(window)
  const later = { coveredFromAt: window.coveredUntilAt, coveredUntilAt: new Date('2026-11-22T02:15:00Z') }
  await remember(aSummary([]), { window: later })
  expect(await db.logWorkspace.findFirst()).toMatchObject({ coveredFromAt: day, coveredUntilAt: later.coveredUntilAt })
  expect(await db.logGap.count()).toBe(0)
})

test('what was never read and cannot be any more is noted once', async () => {
  const gap = { coveredFromAt: new Date('2026-08-01T00:00:00Z'), coveredUntilAt: new Date('2026-08-09T00:00:00Z') }
  await remember(some(), { gap })
  await remember(some(), { gap })
  expect(await db.logGap.findMany()).toMatchObject([{ fromAt: gap.coveredFromAt, toAt: gap.coveredUntilAt }])
})

test('workspaces that share callers and vaults are remembered side by side without waiting for each other for ever', async () => {
  const calls = Array.from({ length: 400 }, (_, number) => aCall(number))
  for (let round = 0; round < 12; round++) {
    // Every round changes every row, so that both really write.
    const seen = calls.map((row) => ({
      ...row,
      calls: round + 1,
      lastAt: new Date(row.lastAt.getTime() + round * 1000),
    }))
    await Promise.all([remember(aSummary(seen), {}, 'one'), remember(aSummary(seen.toReversed()), {}, 'two')])
  }
  expect(await db.caller.count()).toBe(400)
  expect(await db.accessDay.count()).toBe(400)
  expect(await db.logDay.count()).toBe(2)
})

test('of a vault outside the inventory nothing is kept, its callers included', async () => {
  await remember(aSummary([aCall(9, { vaultResourceId: 'long-gone' })]))
  expect([await db.accessDay.count(), await db.caller.count(), await db.logDay.count()]).toEqual([0, 0, 0])
})

test('a caller goes by its latest names, and its time widens', async () => {
  await remember(some())
  const renamed = some()
  await remember({
    ...renamed,
    calls: [aCall(1, { firstAt: new Date('2026-11-20T07:00:00Z'), calls: 4 })],
    callers: renamed.callers.map((caller) => ({
      ...caller,
      name: 'new name',
      kind: 'managed-identity',
      hostId: '/host',
    })),
  })
  expect(await db.caller.findUnique({ where: { identity: 'caller-0001' } })).toMatchObject({
    name: 'new name',
    kind: 'managed-identity',
    hostId: '/host',
    seenFirstAt: new Date('2026-11-20T07:00:00Z'),
    seenLastAt: new Date('2026-11-20T09:00:00Z'),
  })
})
