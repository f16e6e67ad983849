import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { Database } from '#lib/db/open-database.ts'
import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import { aRememberedVault, day } from '../testing/a-remembered-vault.ts'
import { aSecret, anObservedVault, aVault, aVerdict } from './an-observed-vault.ts'

let db: Database

beforeAll(async () => {
  db = await freshDatabase()
})

const stripe = { kind: 'secret', name: 'stripe-key' } as const

test('seeing the same again writes nothing at all', async () => {
  const { sees } = await aRememberedVault(db)
  const observed = anObservedVault(read([aSecret('stripe-key'), aSecret('smtp-password')]))
  expect(await sees(1, observed, [aVerdict(stripe)])).toBeGreaterThan(0)
  expect(await sees(2, observed, [aVerdict(stripe)])).toBe(0)
})

test('a rotated secret gets a new state, and the old one ends at that instant', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  await sees(1, anObservedVault(read([aSecret('stripe-key')])))
  await sees(2, anObservedVault(read([aSecret('stripe-key', { createdAt: day(1), updatedAt: day(1) })])))
  const states = await db.objectState.findMany({ where: { vaultId }, orderBy: { validFrom: 'asc' } })
  expect(states.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
    [day(1), day(2)],
    [day(2), null],
  ])
})

test('a secret that left a complete list is gone, and one that comes back continues its history', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  await sees(1, anObservedVault(read([aSecret('stripe-key')])))
  await sees(2, anObservedVault(read([])))
  expect(await db.vaultObject.findFirst({ where: { vaultId } })).toMatchObject({ goneAt: day(2) })
  await sees(3, anObservedVault(read([aSecret('Stripe-Key')])))
  const objects = await db.vaultObject.findMany({ where: { vaultId }, include: { states: true } })
  expect(objects).toMatchObject([{ goneAt: null, seenFirstAt: day(1), states: { length: 2 } }])
})

test('a secret missing from a list that broke off is not gone', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  await sees(1, anObservedVault(read([aSecret('a'), aSecret('b')])))
  await sees(2, anObservedVault(partlyRead([aSecret('a')], 'items', { code: 'throttled', detail: 'kv-orders' })))
  expect(await db.objectState.count({ where: { vaultId, validTo: null } })).toBe(2)
})

test('a vault that goes dark keeps its findings as last seen, and one finding is one finding when it is seen again', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  const dark = notRead('forbidden-by-firewall', 'the firewall of kv-orders is closed')
  const unknown = aVerdict(stripe, { status: 'unknown', reason: { code: 'forbidden-by-firewall', detail: 'closed' } })
  await sees(1, anObservedVault(read([aSecret('stripe-key')])), [aVerdict(stripe)])
  await sees(2, anObservedVault(dark), [unknown])
  await sees(3, anObservedVault(read([aSecret('stripe-key')])), [aVerdict(stripe)])
  const verdicts = await db.verdict.findMany({ where: { vaultId }, orderBy: { validFrom: 'asc' } })
  expect(verdicts.map(({ status, failingSince }) => [status, failingSince])).toEqual([
    ['fail', day(1)],
    ['unknown', day(1)],
    ['fail', day(1)],
  ])
})

test('an unreadable part is a line in the ledger that lasts while its reason does, whatever its words', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  await sees(1, anObservedVault(notRead('forbidden-by-rbac', 'request 1')))
  await sees(2, anObservedVault(notRead('forbidden-by-rbac', 'request 2')))
  await sees(3, anObservedVault(notRead('throttled', 'request 3')))
  const lines = await db.observation.findMany({ where: { vaultId, part: 'secrets' }, orderBy: { validFrom: 'asc' } })
  expect(lines.map(({ reasonCode, validTo }) => [reasonCode, validTo])).toEqual([
    ['forbidden-by-rbac', day(3)],
    ['throttled', null],
  ])
})

test('counts are kept per owner: the object’s own tag, else the vault’s', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  const theirs = aSecret('theirs', { tags: { Owner: 'Ben@halden.example ' } })
  await sees(1, anObservedVault(read([aSecret('ours'), theirs])), [
    aVerdict({ kind: 'secret', name: 'ours' }),
    aVerdict({ kind: 'secret', name: 'theirs' }, { status: 'pass' }),
  ])
  const tallies = await db.tally.findMany({ where: { vaultId }, orderBy: { owner: 'asc' } })
  expect(tallies).toMatchObject([
    { owner: 'ana@halden.example', vaultOwner: 'ana@halden.example', pass: 0, fail: 1 },
    { owner: 'ben@halden.example', vaultOwner: 'ana@halden.example', pass: 1, fail: 0 },
  ])
})

test('a changed vault tag begins a new state of the vault and of no object', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  await sees(1, anObservedVault(read([aSecret('a')])))
  await sees(2, anObservedVault(read([aSecret('a')]), { vault: aVault({ tags: { owner: 'team-orders' } }) }))
  expect(await db.vaultState.count({ where: { vaultId } })).toBe(2)
  expect(await db.objectState.count({ where: { vaultId } })).toBe(1)
})

test('versions are remembered when they were read, and left alone when they were not', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  const version = {
    version: 'v1',
    enabled: true,
    notBeforeAt: null,
    expiresAt: null,
    createdAt: day(1),
    updatedAt: day(1),
  }
  const list = read([aSecret('a')])
  await sees(1, anObservedVault(list, { versions: new Map([['secret/a', [version]]]) }))
  await sees(2, anObservedVault(list))
  await sees(
    3,
    anObservedVault(list, { versions: new Map([['secret/a', [{ ...version, enabled: false, updatedAt: day(2) }]]]) }),
  )
  const versions = await db.objectVersion.findMany({ where: { vaultId }, orderBy: { validFrom: 'asc' } })
  expect(versions.map(({ enabled, validFrom, validTo }) => [enabled, validFrom, validTo])).toEqual([
    [true, day(1), day(3)],
    [false, day(3), null],
  ])
})

test('versions of a list that was cut are added to what is known, and none of them is taken for gone', async () => {
  const { vaultId, sees } = await aRememberedVault(db)
  const versionOf = (number: number) => ({
    version: `v${number}`,
    enabled: true,
    notBeforeAt: null,
    expiresAt: null,
    createdAt: day(1),
    updatedAt: day(1),
  })
  const hundredFrom = (first: number) => Array.from({ length: 100 }, (_, number) => versionOf(first + number))
  await sees(1, anObservedVault(read([aSecret('a')]), { versions: new Map([['secret/a', hundredFrom(0)]]) }))
  await sees(2, anObservedVault(read([aSecret('a')]), { versions: new Map([['secret/a', hundredFrom(3)]]) }))
  expect(await db.objectVersion.count({ where: { vaultId, validTo: null } })).toBe(103)
  expect(await db.objectVersion.count({ where: { vaultId, validTo: day(2) } })).toBe(0)
})
