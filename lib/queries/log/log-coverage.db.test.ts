import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { UnreadCode } from '#lib/domain/observed.ts'
import { aRememberedEstate, everything, ownedBy, type RememberedVault } from '../a-remembered-estate.ts'
import { aRememberedLog } from '../a-remembered-log.ts'
import { countLogCoverage } from './count-log-coverage.ts'
import { getVaultLog } from './get-vault-log.ts'
import { listLogCoverage } from './list-log-coverage.ts'

const at = new Date('2026-11-23T06:15:00Z')
const began = new Date('2026-10-01T02:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, began)
const log = aRememberedLog(db)
const vaults: Record<string, RememberedVault> = {}
let main = { workspaceId: 0 }

const unread = (code: UnreadCode): { 'access-log': ['not', UnreadCode] } => ({ 'access-log': ['not', code] })

beforeAll(async () => {
  main = await log.workspace({ name: 'law-main', from: began, until: at })
  const aVault = async (name: string, given: Parameters<typeof estate.vault>[1] = {}) => {
    const vault = await estate.vault(name, given)
    vaults[name] = vault
    return vault
  }
  const heard = { from: '2026-10-01', to: '2026-11-22' }
  await log.heard(await aVault('kv-whole', { owner: 'ana' }), main, heard)
  await log.heard(await aVault('kv-gaps', { owner: 'ben' }), main, {
    ...heard,
    silent: ['2026-10-10', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-09'],
  })
  await log.heard(await aVault('kv-young'), main, { from: '2026-11-15', to: '2026-11-22' })
  await log.heard(await aVault('kv-stale'), main, { from: '2026-10-01', to: '2026-11-18' })
  await log.heard(await aVault('kv-gone', { goneAt: new Date('2026-11-20T02:00:00Z') }), main, heard)
  await aVault('kv-silent', { unread: unread('log-silent') })
  await aVault('kv-unlogged', { unread: unread('not-logged') })
  await aVault('kv-forbidden', { unread: unread('workspace-unreadable') })
  await aVault('kv-not-remembered')

  // Its setting was pointed at another workspace; in between nothing arrived anywhere.
  const moved = await aVault('kv-moved')
  const old = await log.workspace({ name: 'law-old', from: began, until: new Date('2026-11-12T02:00:00Z') })
  await log.heard(moved, old, { from: '2026-10-01', to: '2026-11-10' })
  await log.heard(moved, main, { from: '2026-11-13', to: '2026-11-22' })

  // Two settings at once: what one workspace misses, the other has.
  const twice = await aVault('kv-twice')
  await log.heard(twice, main, { ...heard, silent: ['2026-11-07'] })
  await log.heard(twice, old, { from: '2026-11-01', to: '2026-11-10', silent: ['2026-11-08'] })

  const rare = await log.workspace({ name: 'law-rare', from: began, until: at })
  await log.heard(await aVault('kv-never-read'), rare, {
    ...heard,
    silent: ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04'],
  })
  await db.logGap.create({
    data: {
      workspaceId: rare.workspaceId,
      fromAt: new Date('2026-11-01T09:00:00Z'),
      toAt: new Date('2026-11-03T00:00:00Z'),
    },
  })
  const foreign = await aVault('kv-foreign', { owner: 'cem' })
  await log.heard(foreign, main, heard)
  await estate.object(foreign, 'of-ana', { owner: 'ana' })
})

const idOf = (name: string) => vaults[name]?.vaultId ?? 0
const one = (name: string, given: { at?: Date; days?: number } = {}, scope = everything) =>
  getVaultLog(db, scope, { at, days: 90, vaultId: idOf(name), ...given })
const list = async (given: Partial<Parameters<typeof listLogCoverage>[2]> = {}, scope = everything) =>
  (await listLogCoverage(db, scope, { at, days: 90, state: null, page: 1, pageSize: 50, ...given })).map(
    ({ name, state }) => `${name} ${state}`,
  )

test('every vault that stands is listed once, what most needs doing first', async () => {
  expect(await list()).toEqual([
    'kv-silent silent',
    'kv-forbidden unread',
    'kv-stale stale',
    'kv-not-remembered stale',
    'kv-gaps gaps',
    'kv-never-read gaps',
    'kv-moved gaps',
    'kv-unlogged not-logged',
    'kv-foreign covered',
    'kv-twice covered',
    'kv-whole covered',
    'kv-young covered',
  ])
})

test('each state counts as many vaults as it lists, and the states add up', async () => {
  const count = await countLogCoverage(db, everything, { at, days: 90 })
  expect(count).toEqual({
    vaults: 12,
    read: 9,
    // The log of none of them reaches back ninety days.
    whole: 0,
    states: { silent: 1, unread: 1, stale: 2, gaps: 3, 'not-logged': 1, covered: 4 },
  })
  for (const state of ['silent', 'unread', 'stale', 'gaps', 'not-logged', 'covered'] as const) {
    expect(await list({ state })).toHaveLength(count.states[state])
  }
})

test('over fewer days more logs are whole, and older gaps are none', async () => {
  expect(await countLogCoverage(db, everything, { at, days: 30 })).toMatchObject({ read: 9, whole: 3 })
  expect(await one('kv-gaps', { days: 10 })).toMatchObject({ state: 'covered', missingDays: 0, gaps: [] })
  expect(await one('kv-gaps', { days: 15 })).toMatchObject({ state: 'gaps', missingDays: 1 })
})

test('missing days in a row are one gap, and days before the first row are none', async () => {
  expect(await one('kv-gaps')).toMatchObject({
    sinceOn: '2026-10-01',
    newestAt: new Date('2026-11-22T02:00:00Z'),
    readUntilAt: at,
    missingDays: 5,
    gaps: [
      { from: '2026-10-10', to: '2026-10-10', days: 1, neverRead: false },
      { from: '2026-11-03', to: '2026-11-05', days: 3, neverRead: false },
      { from: '2026-11-09', to: '2026-11-09', days: 1, neverRead: false },
    ],
  })
  expect(await one('kv-young')).toMatchObject({ sinceOn: '2026-11-15', missingDays: 0, gaps: [] })
})

test('the day that has not ended is not missing, however quiet it is', async () => {
  expect(await one('kv-whole')).toMatchObject({ state: 'covered', missingDays: 0 })
})

test('a log that has stopped is stale, and what it lacks is counted up to where the workspace was read', async () => {
  expect(await one('kv-stale')).toMatchObject({
    state: 'stale',
    newestAt: new Date('2026-11-18T02:00:00Z'),
    missingDays: 4,
    gaps: [{ from: '2026-11-19', to: '2026-11-22' }],
  })
})

test('what was never read of a workspace is told apart from days without a row', async () => {
  expect((await one('kv-never-read'))?.gaps).toEqual([
    { from: '2026-11-01', to: '2026-11-02', days: 2, neverRead: true },
    { from: '2026-11-03', to: '2026-11-04', days: 2, neverRead: false },
  ])
})

test('a vault that changed its workspace has both, and the days between them are missing', async () => {
  const moved = await one('kv-moved')
  expect(moved?.workspaces).toEqual([
    {
      name: 'law-main',
      resourceId: '/workspaces/law-main',
      since: '2026-11-13',
      newestAt: new Date('2026-11-22T02:00:00Z'),
      readUntilAt: at,
    },
    expect.objectContaining({ name: 'law-old', since: '2026-10-01', readUntilAt: new Date('2026-11-12T02:00:00Z') }),
  ])
  expect(moved).toMatchObject({ sinceOn: '2026-10-01', gaps: [{ from: '2026-11-11', to: '2026-11-12', days: 2 }] })
})

test('a day that one of two workspaces has is not missing', async () => {
  expect(await one('kv-twice')).toMatchObject({ state: 'covered', missingDays: 0 })
})

test('why a log is not read is said with it, and a log of which nothing is remembered has no beginning', async () => {
  expect(await one('kv-forbidden')).toMatchObject({ code: 'workspace-unreadable', sinceOn: null, workspaces: [] })
  expect(await one('kv-not-remembered')).toMatchObject({ code: null, sinceOn: null, newestAt: null, missingDays: 0 })
})

test('a past day shows what was known of the days before it', async () => {
  const past = new Date('2026-11-08T23:59:59.999Z')
  expect(await one('kv-gaps', { at: past })).toMatchObject({
    newestAt: new Date('2026-11-08T02:00:00Z'),
    readUntilAt: past,
    missingDays: 4,
  })
  expect(await one('kv-moved', { at: past })).toMatchObject({ state: 'covered', workspaces: [{ name: 'law-old' }] })
  expect(await list({ at: past })).toContain('kv-gone covered')
  expect(await one('kv-young', { at: past })).toMatchObject({ state: 'stale', sinceOn: null })
})

test('an owner is shown the vaults that are theirs, or hold something of theirs, and counts of nothing else', async () => {
  expect(await list({}, ownedBy('ana'))).toEqual(['kv-foreign covered', 'kv-whole covered'])
  expect(await countLogCoverage(db, ownedBy('ana'), { at, days: 90 })).toMatchObject({ vaults: 2, read: 2 })
  expect(await one('kv-gaps', {}, ownedBy('ana'))).toBeNull()
})

test('pages do not overlap', async () => {
  const pages = await Promise.all([1, 2, 3].map((page) => list({ page, pageSize: 5 })))
  expect(pages.map((rows) => rows.length)).toEqual([5, 5, 2])
  expect(pages.flat()).toEqual(await list())
})
