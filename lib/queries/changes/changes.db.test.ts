// Every kind of change between two days, and what is none. Long because each kind has its own case and its own counter-case.
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { aRememberedEstate, everything, ownedBy, type RememberedObject } from '../a-remembered-estate.ts'
import {
  type ChangeFilter,
  type ChangeOrder,
  changeKinds,
  changeSorts,
  everyChange,
  latestFirst,
} from './change-filter.ts'
import type { ChangeRow } from './change-row.ts'
import { countChanges } from './count-changes.ts'
import { exportChanges } from './export-changes.ts'
import { getOtherJudging } from './get-other-judging.ts'
import { listChanges } from './list-changes.ts'
import { listSnapshotInstants } from './list-snapshot-instants.ts'

const day = (text: string) => new Date(`2026-11-${text}T06:00:00Z`)
const [began, from, between, later, to] = [day('01'), day('10'), day('13'), day('15'), day('20')]
const db = await freshDatabase()
const estate = aRememberedEstate(db, began)

type State = Partial<Prisma.ObjectStateUncheckedCreateInput>

/** From `at` on the object is otherwise, or, with null, gone. */
async function becomes(object: RememberedObject, at: Date, changed: State | null) {
  const state = await db.objectState.findFirstOrThrow({
    where: { objectId: object.objectId },
    orderBy: { validFrom: 'desc' },
  })
  const { id, tags, ...rest } = state
  if (state.validTo === null) await db.objectState.update({ where: { id }, data: { validTo: at } })
  if (changed) {
    await db.objectState.create({ data: { ...rest, tags: tags ?? {}, validFrom: at, validTo: null, ...changed } })
  }
}

beforeAll(async () => {
  for (const rule of ['secret-expired', 'secret-without-expiry', 'vault-without-rbac']) {
    await estate.rule(rule, { severity: rule === 'secret-expired' ? 'high' : 'low' })
  }
  for (const at of [began, from, between, later, to]) await estate.snapshot(at)
  await estate.snapshot(day('21'), { status: 'failed' })
  await estate.snapshot(day('22'), { status: 'running' })

  const shop = await estate.vault('kv-shop', { owner: 'ana', environment: 'production', subscription: 'Retail' })
  const secret = (name: string, given: Parameters<typeof estate.object>[2] = {}) => estate.object(shop, name, given)

  await secret('still-the-same')
  await secret('came', { from: between })
  const twice = await secret('came-and-went', { from: between })
  await becomes(twice, later, null)
  const went = await secret('went')
  await becomes(went, later, null)
  await db.deletedObject.create({
    data: {
      vaultId: shop.vaultId,
      ...{
        kind: 'secret',
        name: 'Went',
        nameKey: 'went',
        deletedAt: between,
        scheduledPurgeAt: day('29'),
        validFrom: later,
      },
    },
  })
  const back = await secret('back', { to: day('05') })
  await becomes(back, between, {})
  const rotated = await secret('rotated', { expiresAt: day('25'), tags: { rotation: 'old' } })
  await becomes(rotated, between, { createdAt: between, expiresAt: day('28'), tags: { rotation: 'new' } })
  // A later edit of the new version does not move the day of the rotation.
  await becomes(rotated, later, { contentType: 'text/plain' })
  const extended = await secret('extended', { expiresAt: day('25') })
  await becomes(extended, between, { expiresAt: day('28') })
  const edited = await secret('edited', {
    expiresAt: day('28'),
    contentType: 'text/plain',
    tags: { b: '2', a: '1', team: 'x' },
  })
  await becomes(edited, between, {
    enabled: false,
    expiresAt: day('25'),
    contentType: null,
    tags: { team: 'y', a: '1', new: 'tag' },
  })
  const reordered = await secret('reordered', { tags: { a: '1', b: '2' } })
  await becomes(reordered, between, { tags: { b: '2', a: '1' }, recoveryLevel: 'Purgeable', hash: 'other' })
  const lost = await secret('lost-its-expiry', { expiresAt: day('25') })
  await becomes(lost, between, { expiresAt: null })
  const there = await secret('there-and-back', { enabled: true })
  await becomes(there, between, { enabled: false })
  await becomes(there, later, { enabled: true })
  const handed = await secret('handed-over', { owner: 'bo' })
  await becomes(handed, between, { owner: 'cem', tags: { owner: 'cem' } })
  const behind = await secret('tls', { managed: true })
  await becomes(behind, between, { createdAt: between })
  const tls = await estate.object(shop, 'tls', { kind: 'certificate' })
  await becomes(tls, between, { createdAt: between })

  const failing = (object: RememberedObject, held: { from?: Date; to?: Date } = {}) =>
    estate.finding(object, 'secret-expired', { because: 'Expired.', ...held })
  await failing(await secret('failing-all-along'))
  await failing(await secret('opened'), { from: between })
  await failing(await secret('opened-and-closed'), { from: between, to: later })
  await failing(await secret('mended'), { to: later })
  const moved = await secret('other-facts')
  await failing(moved, { to: between })
  await estate.finding(moved, 'secret-expired', { from: between, failingSince: began })
  const dark = await secret('failing-went-dark')
  await failing(dark, { to: between })
  await estate.unknown(dark, 'secret-expired', { from: between, failingSince: began })
  const seen = await secret('failing-seen-again')
  await estate.unknown(seen, 'secret-expired', { to: between, failingSince: began })
  await estate.finding(seen, 'secret-expired', { from: between, failingSince: began })
  const mendedUnseen = await secret('mended-while-dark')
  await estate.unknown(mendedUnseen, 'secret-expired', { to: between, failingSince: began })
  const neverSeen = await secret('unknown-then-failing')
  await estate.unknown(neverSeen, 'secret-expired', { to: between })
  await failing(neverSeen, { from: between })
  await failing(went, { to: later })
  await failing(await secret('waived', {}))
  await estate.rule('rule-of-later')
  await db.rule.update({ where: { id: 'rule-of-later' }, data: { addedAt: between } })
  await estate.finding(moved, 'rule-of-later', { from: between })
  await estate.rule('rule-of-before')
  await db.rule.update({ where: { id: 'rule-of-before' }, data: { retired: true } })
  await estate.finding(moved, 'rule-of-before', { to: between })
  await estate.tally(shop, 'rule-of-before', { fail: 1, to: between })

  const waived = await db.vaultObject.findFirstOrThrow({ where: { name: 'waived' } })
  await estate.waiver({ vaultId: shop.vaultId, objectId: waived.id }, 'secret-expired', {
    from: between,
    to: day('30'),
  })
  await estate.waiver(shop, 'vault-without-rbac', { from: day('05'), to: later, reason: 'Until we move.' })
  await estate.waiver(moved, 'secret-expired', { from: day('05'), to: between })
  await estate.waiver(moved, 'secret-expired', { from: between, to: day('30') })
  await estate.waiver(shop, 'secret-expired', {})

  const dim = await estate.vault('kv-dim', {
    owner: 'eve',
    unread: { keys: ['not', 'forbidden-by-rbac'] },
    settings: { purgeProtection: false, ipRules: ['203.0.113.7'] },
    tags: { b: '2', a: '1' },
  })
  const part = async (
    vaultId: number,
    name: string,
    changed: { status: 'read' | 'partly' | 'not'; reasonCode: string | null; missing?: string },
  ) => {
    const row = await db.observation.findFirstOrThrow({ where: { vaultId, part: name, validTo: null } })
    await db.observation.update({ where: { id: row.id }, data: { validTo: between } })
    await db.observation.create({ data: { vaultId, part: name, validFrom: between, ...changed } })
  }
  await part(dim.vaultId, 'secrets', { status: 'partly', reasonCode: 'throttled', missing: 'items' })
  await part(dim.vaultId, 'keys', { status: 'read', reasonCode: null })
  await part(dim.vaultId, 'versions', { status: 'not', reasonCode: 'not-asked' })
  const first = await db.vaultState.findFirstOrThrow({ where: { vaultId: dim.vaultId } })
  await db.vaultState.update({ where: { id: first.id }, data: { validTo: between } })
  const { id: _, ...state } = first
  await db.vaultState.create({
    data: {
      ...state,
      validFrom: between,
      owner: 'ana',
      settings: { accessModel: 'rbac', purgeProtection: true, ipRules: [] },
      tags: { a: '1', b: '3' },
    },
  })
  await estate.object(dim, 'follows-its-vault', { kind: 'key' })
  await estate.object(dim, 'has-its-own', { kind: 'key', owner: 'dan' })
  await estate.object(dim, 'unseen-before', { kind: 'key', from: between })

  const closing = await estate.vault('kv-closing', { owner: 'eve', goneAt: later })
  await estate.object(closing, 'inside', { owner: 'bo', goneAt: later })
  await db.deletedVault.create({
    data: {
      resourceId: (await db.vault.findUniqueOrThrow({ where: { id: closing.vaultId } })).resourceId,
      ...{ name: 'kv-closing', subscriptionId: 's', location: 'westeurope', purgeProtected: true },
      ...{ deletedAt: between, scheduledPurgeAt: day('28'), validFrom: later },
    },
  })
  await estate.vault('kv-opening', { owner: 'eve', from: between })
  const returning = await estate.vault('kv-returning', { owner: 'eve', to: day('05') })
  await db.observation.updateMany({ where: { vaultId: returning.vaultId }, data: { validTo: day('05') } })
  await db.observation.create({
    data: { vaultId: returning.vaultId, part: 'settings', status: 'read', validFrom: between },
  })
})

type Asked = { filter?: Partial<ChangeFilter>; order?: ChangeOrder; page?: number; pageSize?: number }

const ask = ({ filter, order = latestFirst, page = 1, pageSize = 500 }: Asked = {}, scope = everything) =>
  listChanges(db, scope, { from, to, filter: { ...everyChange, ...filter }, order, page, pageSize })
const counts = (filter: Partial<ChangeFilter> = {}, scope = everything) =>
  countChanges(db, scope, { from, to, filter: { ...everyChange, ...filter } })
const names = (rows: readonly ChangeRow[]) => rows.map(({ name }) => name).sort()
const of = async (change: ChangeFilter['changes'][number]) => ask({ filter: { changes: [change] } })
const rowOf = async (change: ChangeFilter['changes'][number], name: string) =>
  (await of(change)).find((row) => row.name === name)

test('an object is new when it was never there before the first instant and is at the second', async () => {
  expect(names(await of('new'))).toEqual(['came', 'kv-opening', 'unseen-before'])
  expect(await rowOf('new', 'came')).toMatchObject({
    changedAt: between,
    standsAfter: true,
    ownerBefore: null,
    owner: 'ana',
  })
})

test('an object whose list could not be read before is new to Kempt, and says that it may not be new', async () => {
  expect((await rowOf('new', 'came'))?.detail.unproven).toBe(false)
  expect((await rowOf('new', 'unseen-before'))?.detail.unproven).toBe(true)
})

test('what is gone says when it is purged, and whether it went with its vault', async () => {
  expect(names(await of('gone'))).toEqual(['inside', 'kv-closing', 'went'])
  expect(await rowOf('gone', 'went')).toMatchObject({
    changedAt: later,
    standsAfter: false,
    owner: 'ana',
    detail: { deletedAt: between, purgeAt: day('29'), withVault: false },
  })
  expect(await rowOf('gone', 'inside')).toMatchObject({ detail: { purgeAt: null, withVault: true } })
  expect(await rowOf('gone', 'kv-closing')).toMatchObject({ kind: 'vault', detail: { purgeAt: day('28') } })
})

test('what had been gone before the first instant and is back at the second is recovered, not new', async () => {
  expect(names(await of('recovered'))).toEqual(['back', 'kv-returning'])
})

test('another current version is a rotation, from the day it was first seen, with the expiry it brought', async () => {
  expect(names(await of('rotated'))).toEqual(['rotated', 'tls'])
  const row = await rowOf('rotated', 'rotated')
  expect(row?.changedAt).toEqual(between)
  expect(row?.detail.fields.map(({ field }) => field)).toEqual(['version', 'expires'])
  expect(new Date(String(row?.detail.fields[0]?.after))).toEqual(between)
})

test('the secret behind a certificate is not listed beside it', async () => {
  expect((await of('rotated')).filter(({ name }) => name === 'tls').map(({ kind }) => kind)).toEqual(['certificate'])
})

test('the same version with a later expiry was extended, which is no edit', async () => {
  expect(names(await of('extended'))).toEqual(['extended'])
  expect(await ask({ filter: { text: 'extended' } })).toHaveLength(1)
})

test('an edit says which fields, and which tags by their names', async () => {
  expect(names(await of('edited'))).toEqual(['edited', 'handed-over', 'lost-its-expiry'])
  const fields = (await rowOf('edited', 'edited'))?.detail.fields ?? []
  expect(fields.map(({ field, name, before, after }) => [field, name, before, after])).toEqual([
    ['enabled', null, true, false],
    ['expires', null, '2026-11-28T06:00:00+00:00', '2026-11-25T06:00:00+00:00'],
    ['content-type', null, 'text/plain', null],
    ['tag', 'b', '2', null],
    ['tag', 'new', null, 'tag'],
    ['tag', 'team', 'x', 'y'],
  ])
  expect((await rowOf('edited', 'lost-its-expiry'))?.detail.fields).toMatchObject([{ field: 'expires', after: null }])
})

test('tags in another order, and what was changed and changed back, is no change', async () => {
  expect(await ask({ filter: { text: 'reordered' } })).toEqual([])
  expect(await ask({ filter: { text: 'there-and-back' } })).toEqual([])
  expect(await ask({ filter: { text: 'came-and-went' } })).toEqual([])
  expect(await ask({ filter: { text: 'still-the-same' } })).toEqual([])
})

test('the owner who changed is the effective one: the own tag, or else the vault’s', async () => {
  expect(names(await of('owner'))).toEqual(['follows-its-vault', 'handed-over', 'kv-dim'])
  expect(await rowOf('owner', 'handed-over')).toMatchObject({ ownerBefore: 'bo', owner: 'cem' })
  expect(await rowOf('owner', 'follows-its-vault')).toMatchObject({
    ownerBefore: 'eve',
    owner: 'ana',
    changedAt: between,
  })
})

test('newly failing is what was neither failing nor carried as unknown before', async () => {
  expect(names(await of('failing'))).toEqual(['opened', 'unknown-then-failing'])
  expect(await rowOf('failing', 'opened')).toMatchObject({
    ruleId: 'secret-expired',
    severity: 'high',
    changedAt: between,
    detail: { because: 'Expired.', waived: false },
  })
})

test('fixed is what was open and no longer is; going dark, or going, fixes nothing', async () => {
  expect(names(await of('fixed'))).toEqual(['mended', 'mended-while-dark'])
  expect((await rowOf('fixed', 'mended'))?.changedAt).toEqual(later)
})

test('a rule that was added in between finds nothing new, and one that was retired fixes nothing: both are named', async () => {
  expect(await ask({ filter: { rules: ['rule-of-later', 'rule-of-before'] } })).toEqual([])
  expect(await getOtherJudging(db, { from, to })).toEqual({
    added: [{ ruleId: 'rule-of-later', failing: 'rule-of-later' }],
    retired: [{ ruleId: 'rule-of-before', failing: 'rule-of-before' }],
    policyChanged: false,
  })
  expect(await getOtherJudging(db, { from: later, to })).toEqual({ added: [], retired: [], policyChanged: false })
})

test('a part of a vault became unreadable, or readable again, with the reason; what was not asked for follows from others', async () => {
  expect(await of('unreadable')).toMatchObject([
    { name: 'kv-dim', part: 'secrets', detail: { readBefore: 'read', readAfter: 'partly', code: 'throttled' } },
  ])
  expect(await of('readable')).toMatchObject([
    { name: 'kv-dim', part: 'keys', detail: { readBefore: 'not', readAfter: 'read', code: 'forbidden-by-rbac' } },
  ])
})

test('a vault that is set otherwise says which settings and which tags', async () => {
  const [row, ...more] = await of('settings')
  expect(more).toEqual([])
  expect(row?.detail.fields.map(({ field, name, before, after }) => [field, name, before, after])).toEqual([
    ['ipRules', null, ['203.0.113.7'], []],
    ['purgeProtection', null, false, true],
    ['tag', 'b', '2', '3'],
  ])
})

test('a waiver that began, and one that ended; one that follows another changed nothing', async () => {
  expect(await of('waived')).toMatchObject([
    {
      name: 'waived',
      ruleId: 'secret-expired',
      changedAt: between,
      detail: { waiver: 'accepted-risk', until: '2026-11-30' },
    },
  ])
  expect(await of('waiver-ended')).toMatchObject([
    { name: 'kv-shop', kind: 'vault', detail: { because: 'Until we move.' } },
  ])
})

test('the summary, the list and the file hold the same rows', async () => {
  const rows = await ask()
  const summary = await counts()
  expect(changeKinds.filter((kind) => summary[kind] === 0)).toEqual([])
  for (const kind of changeKinds) expect(rows.filter(({ change }) => change === kind)).toHaveLength(summary[kind])
  const exported: ChangeRow[] = []
  const total = await exportChanges(
    db,
    everything,
    { from, to, filter: everyChange, order: latestFirst },
    async (batch) => void exported.push(...batch),
  )
  expect(exported).toEqual(rows)
  expect(total).toBe(Object.values(summary).reduce((sum, one) => sum + one, 0))
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
})

test('every order reads the same whether by pages or at once', async () => {
  for (const sort of changeSorts) {
    for (const direction of ['asc', 'desc'] as const) {
      const all = await ask({ order: { sort, direction } })
      const pages = [1, 2, 3, 4, 5].map((page) => ask({ order: { sort, direction }, page, pageSize: 7 }))
      expect((await Promise.all(pages)).flat().map(({ key }) => key)).toEqual(all.map(({ key }) => key).slice(0, 35))
    }
  }
})

test('filters narrow, and the summary counts every kind under the other filters', async () => {
  expect(names(await ask({ filter: { kinds: ['vault'], changes: ['new', 'gone'] } }))).toEqual([
    'kv-closing',
    'kv-opening',
  ])
  expect(names(await ask({ filter: { severities: ['low'] } }))).toEqual(['kv-shop'])
  expect(names(await ask({ filter: { rules: ['secret-expired'], changes: ['fixed'] } }))).toEqual([
    'mended',
    'mended-while-dark',
  ])
  expect(names(await ask({ filter: { owner: 'Bo' } }))).toEqual(['handed-over', 'handed-over', 'inside'])
  expect(names(await ask({ filter: { environments: ['none'], changes: ['settings'] } }))).toEqual(['kv-dim'])
  expect(names(await ask({ filter: { subscriptions: ['retail'], changes: ['new'] } }))).toEqual(['came'])
  expect(names(await ask({ filter: { vault: 'KV-Dim', changes: ['new'] } }))).toEqual(['unseen-before'])
  expect(await ask({ filter: { owner: 'none' } })).toEqual([])
  expect(await counts({ vault: 'kv-dim', changes: ['new'] })).toMatchObject({ new: 1, settings: 1, owner: 2, fixed: 0 })
})

test('an owner sees what was theirs before or is theirs after, and nothing else', async () => {
  expect(names(await ask({}, ownedBy('Bo')))).toEqual(['handed-over', 'handed-over', 'inside'])
  expect(names(await ask({}, ownedBy('Cem')))).toEqual(['handed-over', 'handed-over'])
  expect(new Set((await ask({}, ownedBy('Eve'))).map(({ vaultName }) => vaultName))).toEqual(
    // Not the one that came back with its own row unread: whose it is now, nobody knows.
    new Set(['kv-dim', 'kv-closing', 'kv-opening']),
  )
  const ofBo = await counts({}, ownedBy('Bo'))
  expect(ofBo).toMatchObject({ owner: 1, edited: 1, gone: 1, settings: 0, unreadable: 0 })
})

test('two instants with nothing in between have no changes', async () => {
  expect(
    await listChanges(db, everything, {
      from: later,
      to,
      filter: everyChange,
      order: latestFirst,
      page: 1,
      pageSize: 9,
    }),
  ).toEqual([])
})

test('instants to compare are those of snapshots that ended', async () => {
  expect(await listSnapshotInstants(db, { at: day('30') })).toEqual([began, from, between, later, to])
  expect(await listSnapshotInstants(db, { at: between })).toEqual([began, from, between])
})
