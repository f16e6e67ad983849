import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { addDays } from '#lib/format/date.ts'
import { aRememberedEstate, everything, ownedBy, type RememberedVault } from './a-remembered-estate.ts'
import { countCoverage } from './count-coverage.ts'
import { listCoverageByDay } from './list-coverage-by-day.ts'

const now = new Date('2026-11-23T07:00:00Z')
/** The snapshot of the night some days before. */
const night = (daysBefore: number) => addDays(new Date('2026-11-23T02:15:00Z'), -daysBefore)
const db = await freshDatabase()
const estate = aRememberedEstate(db, night(6))

const notRead = { status: 'not' as const, reasonCode: 'forbidden-by-firewall', detail: 'No.' }

/** From one night to another no list of the vault could be read. */
async function goesDark({ vaultId }: RememberedVault, from: Date, to: Date | null) {
  for (const part of ['secrets', 'keys', 'certificates']) {
    await db.observation.updateMany({ where: { vaultId, part }, data: { validTo: from } })
    await db.observation.create({ data: { vaultId, part, validFrom: from, validTo: to, ...notRead } })
    if (to) await db.observation.create({ data: { vaultId, part, validFrom: to, status: 'read' } })
  }
}

beforeAll(async () => {
  for (const daysBefore of [6, 5, 4, 1, 0]) await estate.snapshot(night(daysBefore))
  await estate.vault('kv-whole', { owner: 'ana' })
  await goesDark(await estate.vault('kv-dark', { owner: 'ana' }), night(5), night(1))
  await estate.vault('kv-partly', { owner: 'ben', unread: { keys: ['partly', 'throttled'] } })
  await estate.vault('kv-unlogged', { owner: 'ben', unread: { 'access-log': ['not', 'not-logged'] } })
  await estate.vault('kv-gone', { owner: 'ben', goneAt: night(4) })
  await estate.vault('kv-new', { owner: 'ana', from: night(1) })
  // Found by the snapshot of tonight, and not looked at yet.
  await db.vault.create({ data: { resourceId: '/vaults/found', name: 'kv-found', seenFirstAt: night(0) } })
  const given = await estate.vault('kv-given', { owner: 'ana', to: night(1) })
  await db.observation.updateMany({ where: { vaultId: given.vaultId }, data: { validTo: null } })
  const state = await db.vaultState.findFirstOrThrow({ where: { vaultId: given.vaultId } })
  const { id: _, tags, settings, ...rest } = state
  await db.vaultState.create({
    data: { ...rest, tags: tags ?? {}, settings: settings ?? {}, owner: 'ben', validFrom: night(1), validTo: null },
  })
})

const shown = async (scope = everything, days = 8) =>
  (await listCoverageByDay(db, { scope, at: now, days })).map(({ vaults }) =>
    vaults ? `${vaults.read} ${vaults.partly} ${vaults.not}` : null,
  )

test('each day tells how many vaults were read, partly and not; days without a snapshot are not known', async () => {
  expect(await shown()).toEqual([null, '5 1 0', '4 1 1', '3 1 1', null, null, '5 1 0', '5 1 1'])
})

test.each([everything, ownedBy('ana'), ownedBy('ben'), ownedBy('dora')])(
  'each day says what the ledger of that day says',
  async (scope) => {
    for (const { at, vaults } of await listCoverageByDay(db, { scope, at: now, days: 8 })) {
      if (!vaults) continue
      const { read, log, partly, not } = await countCoverage(db, scope, { at })
      expect(vaults).toEqual({ read: read + log, partly, not })
    }
  },
)

test('an owner sees the coverage of vaults while they are theirs', async () => {
  expect(await shown(ownedBy('ana'))).toEqual([null, '3 0 0', '2 0 1', '2 0 1', null, null, '3 0 0', '3 0 0'])
  expect((await shown(ownedBy('ben'))).at(-1)).toBe('2 1 0')
})

test('one day is one point, at this instant', async () => {
  expect(await listCoverageByDay(db, { scope: everything, at: now, days: 1 })).toEqual([
    { at: now, vaults: { read: 5, partly: 1, not: 1 } },
  ])
})

test('of four hundred days only the last are known, and the others are not nought', async () => {
  const days = await shown(everything, 400)
  expect(days).toHaveLength(400)
  expect(days.slice(0, 393)).toEqual(Array(393).fill(null))
  expect(days.slice(-8)).toEqual(await shown())
})

test('as of a past day nothing later is known', async () => {
  const at = new Date('2026-11-18T23:59:59.999Z')
  expect((await listCoverageByDay(db, { scope: everything, at, days: 2 })).map(({ vaults }) => vaults)).toEqual([
    { read: 5, partly: 1, not: 0 },
    { read: 4, partly: 1, not: 1 },
  ])
})
