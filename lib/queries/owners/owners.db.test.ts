import { beforeAll, expect, test } from 'vitest'
import { addDays } from '#lib/format/date.ts'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy, type RememberedObject } from '../a-remembered-estate.ts'
import { none } from '../findings/finding-filter.ts'
import { countFindings } from '../findings/count-findings.ts'
import { everyFinding } from '../findings/finding-filter.ts'
import { getPosture } from '../get-posture.ts'
import { posture } from '#lib/domain/posture.ts'
import { wholeEstate } from '../posture-filter.ts'
import { getOwner } from './get-owner.ts'
import { listOwnedNames } from './list-owned-names.ts'
import { listOwnerTrends } from './list-owner-trends.ts'
import { listOwners } from './list-owners.ts'
import { byPosture, everyOwner, type OwnerOrder } from './owner-order.ts'

const now = new Date('2026-11-23T07:00:00Z')
const monthAgo = addDays(now, -30)
const today = new Date('2026-11-23T00:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, addDays(now, -60))
const asked = { at: now, comparedAt: monthAgo, expiring: { fromOn: today, toOn: addDays(today, 30) } }
const list = { ...asked, filter: everyOwner, order: byPosture, page: 1, pageSize: 50 }
let bensInAnasVault: RememberedObject

beforeAll(async () => {
  for (const daysBefore of [60, 30, 7, 0]) await estate.snapshot(addDays(now, -daysBefore))
  await estate.rule('secret-expired', { severity: 'high' })
  await estate.rule('vault-open-to-internet', { severity: 'medium', subject: 'vault' })
  const anas = await estate.vault('kv-ana', { owner: 'ana' })
  const nobodys = await estate.vault('kv-nobody')
  await estate.vault('kv-idle', { owner: 'idle team' })
  await estate.vault('kv-left', { owner: 'left', goneAt: addDays(now, -3) })

  const late = await estate.object(anas, 'late', { expiresAt: addDays(now, -2) })
  await estate.object(anas, 'soon', { expiresAt: addDays(today, 29) })
  await estate.object(anas, 'not-soon', { expiresAt: addDays(today, 30) })
  await estate.object(anas, 'off', { expiresAt: addDays(today, 3), enabled: false })
  const waived = await estate.object(anas, 'waived')
  bensInAnasVault = await estate.object(anas, 'of-ben', { owner: 'ben' })
  await estate.object(nobodys, 'stray')
  await estate.object(nobodys, 'of-eve', { owner: 'eve 🚚 مالك' })
  // The secret behind a certificate is the certificate's.
  await estate.object(anas, 'tls', { kind: 'certificate' })
  await estate.object(anas, 'tls', { managed: true })

  await estate.finding(late, 'secret-expired', { owner: 'ana', failingSince: addDays(now, -40) })
  await estate.finding(waived, 'secret-expired', { owner: 'ana', failingSince: addDays(now, -50) })
  await estate.waiver(waived, 'secret-expired', { from: addDays(now, -5) })
  await estate.finding(anas, 'vault-open-to-internet', { owner: 'ana' })
  await estate.unknown(nobodys, 'vault-open-to-internet')
  await estate.finding(bensInAnasVault, 'secret-expired', { owner: 'ben', vaultOwner: 'ana', from: addDays(now, -7) })

  const expired = { owner: 'ana', vaultOwner: 'ana' }
  await estate.tally(anas, 'secret-expired', { ...expired, pass: 6, fail: 0, to: addDays(now, -20) })
  await estate.tally(anas, 'secret-expired', { ...expired, pass: 4, fail: 2, from: addDays(now, -20) })
  await estate.tally(anas, 'vault-open-to-internet', { ...expired, fail: 1 })
  await estate.tally(anas, 'secret-expired', { owner: 'ben', vaultOwner: 'ana', fail: 1, from: addDays(now, -7) })
  await estate.tally(nobodys, 'secret-expired', { pass: 1 })
  await estate.tally(nobodys, 'vault-open-to-internet', { unknown: 1 })
  await estate.tally(nobodys, 'secret-expired', { owner: 'eve 🚚 مالك', vaultOwner: null, pass: 1 })
})

const names = async (order: OwnerOrder, more: object = {}) =>
  (await listOwners(db, everything, { ...list, order, ...more })).rows.map(({ owner }) => owner)

test('an owner has what names them, and what stands in a vault of theirs and names nobody', async () => {
  const { rows } = await listOwners(db, everything, list)
  expect(rows.find(({ owner }) => owner === 'ana')).toMatchObject({
    objects: 6,
    vaults: 1,
    expiring: 1,
    critical: 0,
    high: 1,
    medium: 1,
    low: 0,
    waived: 1,
    unknown: 0,
    failingSince: addDays(now, -60),
  })
})

test('who owns one object in the vault of somebody else has that object, and no vault', async () => {
  const ben = await getOwner(db, everything, { ...asked, owner: 'ben' })
  expect(ben).toMatchObject({ owner: null, objects: 1, vaults: 0, high: 1, posture: 0, postureBefore: null })
})

test('nobody is no owner of the list, and is asked for by name', async () => {
  expect(await names(byPosture)).not.toContain(null)
  expect(await getOwner(db, everything, { ...asked, owner: none })).toMatchObject({ objects: 1, vaults: 1, unknown: 1 })
})

test('the lowest posture comes first, one of which nothing was decided last, and ties by name', async () => {
  expect(await names(byPosture)).toEqual(['ben', 'ana', 'eve 🚚 مالك', 'idle team'])
  expect(await names({ sort: 'posture', direction: 'desc' })).toEqual(['eve 🚚 مالك', 'ana', 'ben', 'idle team'])
  expect(await names({ sort: 'waived', direction: 'asc' })).toEqual(['ben', 'eve 🚚 مالك', 'idle team', 'ana'])
})

test('every order is one that the database knows', async () => {
  expect(await names({ sort: 'change', direction: 'asc' })).toEqual(['ana', 'eve 🚚 مالك', 'ben', 'idle team'])
  expect(await names({ sort: 'name', direction: 'desc' })).toEqual(['idle team', 'eve 🚚 مالك', 'ben', 'ana'])
  expect(await names({ sort: 'findings', direction: 'desc' })).toEqual(['ana', 'ben', 'eve 🚚 مالك', 'idle team'])
  expect(await names({ sort: 'failing', direction: 'asc' })).toEqual(['ana', 'ben', 'eve 🚚 مالك', 'idle team'])
  for (const sort of ['objects', 'vaults', 'expiring', 'unknown'] as const)
    expect(await names({ sort, direction: 'desc' })).toHaveLength(4)
})

test('posture is that of the posture page, now and a month before', async () => {
  const filter = { ...wholeEstate, owner: 'ana' }
  const rules = await getPosture(db, { scope: everything, at: now, comparedAt: monthAgo, filter })
  const row = await getOwner(db, everything, { ...asked, owner: 'ana' })
  expect(row?.posture).toBeCloseTo(posture(rules) ?? -1, 12)
  const before = rules.map(({ weight, passBefore, failBefore }) => ({ weight, pass: passBefore, fail: failBefore }))
  expect(row?.postureBefore).toBeCloseTo(posture(before) ?? -1, 12)
  expect(row).toMatchObject({ passed: 4, judged: 6 })
})

test('the findings of an owner are those of At risk with that owner', async () => {
  for (const owner of ['ana', 'ben', none]) {
    const row = await getOwner(db, everything, { ...asked, owner })
    const filter = { ...everyFinding, owner }
    const { findings, unknownSubjects, waivedSubjects } = await countFindings(db, everything, { at: now, filter })
    expect([owner, (row?.critical ?? 0) + (row?.high ?? 0) + (row?.medium ?? 0) + (row?.low ?? 0)]).toEqual([
      owner,
      findings,
    ])
    expect([row?.unknown, row?.waived]).toEqual([unknownSubjects, waivedSubjects])
  }
})

test('a part of a name is found whatever its case, a page is one of many, and past the end there is nothing', async () => {
  expect(await names(byPosture, { filter: { text: 'مالك' } })).toEqual(['eve 🚚 مالك'])
  expect(await names(byPosture, { filter: { text: 'TEAM' } })).toEqual(['idle team'])
  const second = await listOwners(db, everything, { ...list, page: 2, pageSize: 3 })
  expect([second.rows.length, second.total]).toEqual([1, 4])
  expect(await listOwners(db, everything, { ...list, page: 9 })).toEqual({ rows: [], total: 0 })
})

test('an owner sees their own name, and nothing of who owns something in their vault', async () => {
  const ana = ownedBy('Ana')
  const { rows } = await listOwners(db, ana, list)
  expect(rows.map(({ owner }) => owner)).toEqual(['ana'])
  expect(rows[0]).toMatchObject({ objects: 6, high: 1, medium: 1 })
  expect(await getOwner(db, ana, { ...asked, owner: 'ben' })).toBeNull()
  expect(await getOwner(db, ana, { ...asked, owner: none })).toBeNull()
})

test('together, all that is theirs counts, whoever is named by what stands in their vault', async () => {
  expect(await getOwner(db, ownedBy('Ana'), { ...asked, owner: null })).toMatchObject({
    objects: 7,
    vaults: 1,
    high: 2,
  })
  expect(await getOwner(db, ownedBy('Ben'), { ...asked, owner: null })).toMatchObject({
    objects: 1,
    vaults: 0,
    high: 1,
  })
  expect(await getOwner(db, ownedBy('Zoe'), { ...asked, owner: null })).toBeNull()
})

test('as of a day before, an owner stands as on that day', async () => {
  const at = addDays(now, -10)
  const before = await listOwners(db, everything, { ...list, at })
  expect(before.rows.map(({ owner }) => owner)).toContain('left')
  expect(before.rows.find(({ owner }) => owner === 'ben')).toMatchObject({ high: 0, posture: null })
  expect(before.rows.find(({ owner }) => owner === 'ana')).toMatchObject({ high: 2, waived: 0 })
  expect(await getOwner(db, everything, { ...asked, owner: 'left' })).toBeNull()
})

test('a trend ends in the posture of now, and has a gap where nothing was decided', async () => {
  const trends = await listOwnerTrends(db, everything, { at: now, owners: ['ana', 'ben', 'idle team'], weeks: 1 })
  expect(trends.get('ben')?.map(({ value }) => value)).toEqual([0, 0])
  const row = await getOwner(db, everything, { ...asked, owner: 'ana' })
  expect(trends.get('ana')?.at(-1)?.value).toBeCloseTo(row?.posture ?? -1, 12)
  expect(trends.has('idle team')).toBe(false)
})

test('of several names those that own something are known, be it one object or an empty vault', async () => {
  const names = ['zoe', 'idle team', 'ben']
  expect(await listOwnedNames(db, everything, { at: now, names })).toEqual(['ben', 'idle team'])
  expect(await listOwnedNames(db, everything, { at: now, names: [] })).toEqual([])
})
