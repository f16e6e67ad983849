import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { Database } from '#lib/db/open-database.ts'
import { type Part, parts, type UnreadCode } from '#lib/domain/observed.ts'
import { scopeOf } from '#lib/domain/scope.ts'
import { countCoverage } from './count-coverage.ts'
import { listCoverage } from './list-coverage.ts'
import { listUnreadReasons } from './list-unread-reasons.ts'

let db: Database
const day = (dayOfMonth: number) => new Date(Date.UTC(2026, 10, dayOfMonth, 2, 15))
const at = day(23)

const person = { objectId: 'o', tenantId: 't', name: 'Ana', mail: 'ana@halden.example', groups: [] }
const minted = (...roles: ('Kempt.Lead' | 'Kempt.Owner')[]) => {
  const scope = scopeOf({ ...person, roles })
  if (!scope) throw new Error('a role is needed')
  return scope
}
const everything = minted('Kempt.Lead')
const ownedByAna = minted('Kempt.Owner')

type Gap = { code: UnreadCode; from?: number; to?: number; missing?: 'items' | 'fields' }

/** A vault seen from the first of November on; parts not named were read. */
async function aVault(name: string, owner: string | null, gaps: Partial<Record<Part, Gap>>) {
  const { id } = await db.vault.create({
    data: { resourceId: `/vaults/${name}`, name, seenFirstAt: day(1), states: { create: stateOwnedBy(owner) } },
  })
  for (const part of parts) {
    const gap = gaps[part]
    if (!gap) {
      await db.observation.create({ data: { vaultId: id, part, validFrom: day(1), status: 'read' } })
      continue
    }
    const from = day(gap.from ?? 1)
    if (gap.from !== undefined) {
      await db.observation.create({ data: { vaultId: id, part, validFrom: day(1), validTo: from, status: 'read' } })
    }
    await db.observation.create({
      data: {
        vaultId: id,
        part,
        validFrom: from,
        validTo: gap.to === undefined ? null : day(gap.to),
        status: gap.missing ? 'partly' : 'not',
        missing: gap.missing ?? null,
        reasonCode: gap.code,
        detail: `Could not read the ${part} of vault ${name}.`,
      },
    })
    if (gap.to !== undefined) {
      await db.observation.create({ data: { vaultId: id, part, validFrom: day(gap.to), status: 'read' } })
    }
  }
}

const stateOwnedBy = (owner: string | null) => ({
  validFrom: day(1),
  hash: 'h',
  uri: 'https://x.vault.azure.net',
  tenantId: 't',
  subscriptionId: 's1',
  subscriptionName: 'Retail production',
  resourceGroup: 'rg-retail',
  location: 'westeurope',
  owner,
  tags: {},
  settings: { accessModel: 'rbac' },
})

const firewall: Gap = { code: 'forbidden-by-firewall', from: 12 }

beforeAll(async () => {
  db = await freshDatabase()
  await aVault('kv-whole', 'ana@halden.example', {})
  await aVault('kv-closed', 'ana@halden.example', {
    secrets: firewall,
    keys: firewall,
    certificates: { ...firewall, from: 14 },
    versions: firewall,
    'access-log': { code: 'not-logged' },
  })
  await aVault('kv-half', null, { keys: { code: 'throttled', from: 20, missing: 'items' } })
  await aVault('kv-unlogged', 'team-payments', { 'access-log': { code: 'not-logged' } })
  await aVault('kv-follows', 'team-payments', {
    diagnostics: { code: 'forbidden', from: 5 },
    'access-log': { code: 'not-asked', from: 5 },
  })
  await aVault('kv-mended', null, { secrets: { code: 'forbidden-by-rbac', from: 3, to: 9 } })
  const lost = await db.vault.create({ data: { resourceId: '/vaults/lost', name: 'kv-lost', seenFirstAt: day(22) } })
  for (const part of parts) {
    await db.observation.create({
      data: {
        vaultId: lost.id,
        part,
        validFrom: day(22),
        status: 'not',
        reasonCode: 'malformed-answer',
        detail: 'Nonsense.',
      },
    })
  }
})

const list = (changed: Partial<Parameters<typeof listCoverage>[2]> = {}, scope = everything) =>
  listCoverage(db, scope, { at, coverage: null, page: 1, pageSize: 50, ...changed })
const names = async (...args: Parameters<typeof list>) => (await list(...args)).rows.map(({ name }) => name)

test('vaults that were not wholly seen are listed, worst first, then the newest gap', async () => {
  expect(await names()).toEqual(['kv-lost', 'kv-closed', 'kv-half', 'kv-follows', 'kv-unlogged'])
})

test('every vault is counted once, and each count is the length of its list', async () => {
  const counts = await countCoverage(db, everything, { at })
  expect(counts).toEqual({ vaults: 7, not: 2, partly: 2, log: 1, read: 2 })
  for (const coverage of ['not', 'partly', 'log'] as const) {
    expect((await list({ coverage })).total).toBe(counts[coverage])
  }
})

test('a reason keeps as many vaults as are counted for it', async () => {
  const causes = await listUnreadReasons(db, { scope: everything, at })
  expect(causes.length).toBeGreaterThan(1)
  for (const { code, vaults } of causes) expect((await list({ reason: code })).total, code).toBe(vaults)
  expect((await list({ reason: 'sign-in-failed' })).total).toBe(0)
})

test('what one firewall hides is one gap, since the first part went missing', async () => {
  const closed = (await list()).rows.find(({ name }) => name === 'kv-closed')
  expect(closed?.gaps).toEqual([
    {
      parts: [
        { part: 'secrets', missing: 'all' },
        { part: 'keys', missing: 'all' },
        { part: 'certificates', missing: 'all' },
        { part: 'versions', missing: 'all' },
      ],
      code: 'forbidden-by-firewall',
      detail: 'Could not read the secrets of vault kv-closed.',
      sinceAt: day(12),
    },
    {
      parts: [{ part: 'access-log', missing: 'all' }],
      code: 'not-logged',
      detail: 'Could not read the access-log of vault kv-closed.',
      sinceAt: day(1),
    },
  ])
  expect(closed).toMatchObject({ coverage: 'not', accessModel: 'rbac', place: { resourceGroup: 'rg-retail' } })
})

test('what was not asked because of another gap is no gap of its own', async () => {
  const follows = (await list()).rows.find(({ name }) => name === 'kv-follows')
  expect(follows?.gaps.map(({ code }) => code)).toEqual(['forbidden'])
})

test('a vault whose own row made no sense is listed without a place', async () => {
  const lost = (await list()).rows.find(({ name }) => name === 'kv-lost')
  expect(lost).toMatchObject({ coverage: 'not', place: null, accessModel: null })
})

test('an owner is shown the gaps of their own vaults, and counts of nothing else', async () => {
  expect(await names({}, ownedByAna)).toEqual(['kv-closed'])
  expect(await countCoverage(db, ownedByAna, { at })).toEqual({ vaults: 2, not: 1, partly: 0, log: 0, read: 1 })
})

test('a day in the past shows what was missing then', async () => {
  expect(await names({ at: day(4) })).toEqual(['kv-mended', 'kv-closed', 'kv-unlogged'])
})

test('pages do not overlap, and the total is that of all pages', async () => {
  const one = await list({ pageSize: 2 })
  const two = await list({ pageSize: 2, page: 2 })
  expect([...one.rows, ...two.rows].map(({ name }) => name)).toEqual(['kv-lost', 'kv-closed', 'kv-half', 'kv-follows'])
  expect([one.total, two.total]).toEqual([5, 5])
  expect((await list({ pageSize: 2, page: 9 })).rows).toEqual([])
})
