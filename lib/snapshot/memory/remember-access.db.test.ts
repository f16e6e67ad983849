import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { AccessSummaryRow } from '#lib/azure/summarize-access.ts'
import type { Database } from '#lib/db/open-database.ts'
import { rememberAccess } from './remember-access.ts'

const day = new Date('2026-11-20T00:00:00Z')
const window = { coveredFromAt: day, coveredUntilAt: new Date('2026-11-21T02:15:00Z') }
const workspace = (name: string) => ({ resourceId: `/workspaces/${name}`, customerId: name, name })

let db: Database
let vaultIds: Map<string, number>
beforeAll(async () => {
  db = await freshDatabase()
  const { id } = await db.vault.create({ data: { resourceId: 'kv-orders', name: 'kv-orders', seenFirstAt: day } })
  vaultIds = new Map([['kv-orders', id]])
})

const aRow = (number: number, overrides: Partial<AccessSummaryRow> = {}): AccessSummaryRow => ({
  day,
  vaultResourceId: 'kv-orders',
  kind: 'secret',
  name: `secret-${number}`,
  version: '',
  caller: { identity: `caller-${String(number).padStart(4, '0')}`, kind: 'application', name: `app ${number}` },
  operation: 'SecretGet',
  outcome: 'ok',
  calls: 3,
  addresses: 1,
  firstAt: new Date('2026-11-20T08:00:00Z'),
  lastAt: new Date('2026-11-20T09:00:00Z'),
  ...overrides,
})

test('workspaces that share callers and vaults are remembered side by side without waiting for each other for ever', async () => {
  const rows = Array.from({ length: 400 }, (_, number) => aRow(number))
  for (let round = 0; round < 12; round++) {
    // Every round changes every row, so that both really write.
    const seen = rows.map((row) => ({
      ...row,
      calls: round + 1,
      lastAt: new Date(row.lastAt.getTime() + round * 1000),
    }))
    await Promise.all([
      rememberAccess(db, workspace('one'), seen, vaultIds, window),
      rememberAccess(db, workspace('two'), seen.toReversed(), vaultIds, window),
    ])
  }
  expect(await db.caller.count()).toBe(400)
  expect(await db.accessDay.count()).toBe(400)
})

test('a window read twice changes nothing, and a late row is added to its day', async () => {
  const before = await db.accessDay.findMany({ orderBy: [{ nameKey: 'asc' }] })
  const again = before.map((row, number) =>
    aRow(number, {
      name: row.nameKey,
      calls: row.calls,
      lastAt: row.lastAt,
      caller: aRow(Number(row.nameKey.slice(7))).caller,
    }),
  )
  await rememberAccess(db, workspace('one'), again, vaultIds, window)
  expect(await db.accessDay.findMany({ orderBy: [{ nameKey: 'asc' }] })).toEqual(before)
  await rememberAccess(db, workspace('one'), [aRow(0, { calls: 99 })], vaultIds, window)
  expect(await db.accessDay.findFirst({ where: { nameKey: 'secret-0' } })).toMatchObject({ calls: 99 })
})

test('rows of a vault outside the inventory are left out', async () => {
  const before = await db.accessDay.count()
  await rememberAccess(db, workspace('one'), [aRow(9999, { vaultResourceId: 'long-gone' })], vaultIds, window)
  expect(await db.accessDay.count()).toBe(before)
})
