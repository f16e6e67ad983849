// Every property of the timeline of operations on one small log. Long because what a line is, who may see it and what is said
// of it each have their own case and their own counter-case.
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { sensitiveKinds, sensitiveOperations } from '#lib/domain/sensitive-operations.ts'
import { aRememberedEstate, everything, ownedBy } from '../a-remembered-estate.ts'
import { aRememberedLog } from '../a-remembered-log.ts'
import { countOperations } from './count-operations.ts'
import { exportOperations } from './export-operations.ts'
import { listOperations } from './list-operations.ts'
import { everyOperation, type OperationFilter } from './operation-filter.ts'
import type { OperationRow } from './operation-row.ts'

const at = new Date('2026-11-23T06:15:00Z')
const began = new Date('2026-09-01T02:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, began)
const log = aRememberedLog(db)

beforeAll(async () => {
  const main = await log.workspace({ name: 'law', from: began, until: at })
  const shop = await estate.vault('kv-shop', { owner: 'ana' })
  const pay = await estate.vault('kv-pay', { owner: 'ben' })
  const gone = await estate.vault('kv-gone', { owner: 'ana', goneAt: new Date('2026-11-16T02:00:00Z') })
  const fresh = await estate.vault('kv-fresh', { owner: 'ben' })
  for (const vault of [shop, pay, gone]) await log.heard(vault, main, { from: '2026-10-01', to: '2026-11-22' })
  await log.heard(fresh, main, { from: '2026-11-20', to: '2026-11-22' })
  for (const name of ['Stripe-Key', 'twilio-key', 'db-password']) await estate.object(shop, name)
  await estate.object(pay, 'of-ana', { owner: 'ana', goneAt: new Date('2026-11-12T02:00:00Z') })
  await estate.object(pay, 'of-ben')

  const chloe = await log.caller('Chloe Martin', { kind: 'user', identity: 'oid-chloe' })
  const backups = await log.caller('nightly-backup', { identity: 'oid-backup' })
  const pipeline = await log.caller('release-pipeline', { kind: 'managed-identity' })
  const nobody = await log.caller('', { kind: 'unknown', identity: 'unknown' })

  // Two objects, one of them from two addresses: one line.
  const shopObject = (name: string, kind: 'secret' | 'key' = 'secret') => ({ ...shop, name, kind })
  await log.calls(chloe, shopObject('stripe-key'), { on: '2026-11-22', at: { 9: 1 }, operation: 'SecretBackup' })
  await log.calls(chloe, shopObject('twilio-key'), { on: '2026-11-22', at: { 11: 2 }, operation: 'SecretBackup' })
  await log.calls(chloe, shopObject('twilio-key'), {
    on: '2026-11-22',
    at: { 12: 1 },
    operation: 'SecretBackup',
    address: '20.0.0.2',
  })
  await log.calls(chloe, shopObject('db-password'), {
    on: '2026-11-22',
    operation: 'SecretBackup',
    outcome: 'denied',
  })
  await log.calls(chloe, shopObject('stripe-key'), { on: '2026-11-22', operation: 'SecretGet' })

  for (const on of ['2026-10-05', '2026-11-05', '2026-11-20']) {
    await log.calls(backups, shopObject('stripe-key'), { on, operation: 'SecretBackup' })
  }
  await log.calls(backups, { ...fresh, name: 'first-of-all' }, { on: '2026-11-20', operation: 'SecretRestore' })
  await log.calls(pipeline, shopObject('never-in-the-inventory'), { on: '2026-11-19', operation: 'SecretPurge' })
  await log.calls(pipeline, shopObject('master', 'key'), {
    on: '2026-11-19',
    operation: 'KeyPurge',
    outcome: 'missing',
  })
  await log.calls(pipeline, shop, { on: '2026-11-19', operation: 'SecretPurge', outcome: 'error' })
  await log.calls(pipeline, { ...pay, name: 'of-ana' }, { on: '2026-11-11', operation: 'SecretDelete' })
  await log.calls(pipeline, { ...pay, name: 'of-ben' }, { on: '2026-11-11', operation: 'SecretDelete' })
  await log.calls(nobody, gone, { on: '2026-11-15', operation: 'VaultDelete' })
  await log.calls(nobody, pay, { on: '2026-11-15', at: { 10: 1 }, operation: 'VaultPatch' })
  // After the instant asked about.
  await log.calls(chloe, pay, { on: '2026-11-23', at: { 8: 1 }, operation: 'VaultPatch' })
})

type Asked = { at?: Date; days?: number; page?: number; pageSize?: number } & Partial<OperationFilter>
const question = ({ at: asked = at, days = 30, page: _, pageSize: __, ...filter }: Asked) => ({
  at: asked,
  days,
  filter: { ...everyOperation, ...filter },
})
const list = ({ page = 1, pageSize = 50, ...asked }: Asked = {}, scope = everything) =>
  listOperations(db, scope, { ...question(asked), page, pageSize })
const text = ({ day, caller, kind, outcome, vaultName }: OperationRow) =>
  `${day} ${caller.identity} ${kind} ${outcome} ${vaultName}`
const lines = async (asked: Asked = {}, scope = everything) => (await list(asked, scope)).map(text)
const only = async (asked: Asked) => {
  const [row, ...rest] = await list(asked)
  if (!row || rest.length > 0) throw new Error('one line was expected')
  return row
}

test('one line is what one caller did of one kind in one vault on one day, the newest first', async () => {
  expect(await lines()).toEqual([
    '2026-11-22 oid-chloe backed-up done kv-shop',
    '2026-11-22 oid-chloe backed-up refused kv-shop',
    '2026-11-20 oid-backup restored done kv-fresh',
    '2026-11-20 oid-backup backed-up done kv-shop',
    '2026-11-19 id-of-release-pipeline purged done kv-shop',
    '2026-11-19 id-of-release-pipeline purged failed kv-shop',
    '2026-11-15 unknown settings-changed done kv-pay',
    '2026-11-15 unknown deleted done kv-gone',
    '2026-11-11 id-of-release-pipeline deleted done kv-pay',
    '2026-11-05 oid-backup backed-up done kv-shop',
  ])
})

test('a line has its first and last instant, its objects as they are called, and where it came from', async () => {
  const row = await only({ caller: 'chloe', outcomes: ['done'] })
  expect(row).toMatchObject({
    firstAt: new Date('2026-11-22T09:00:00Z'),
    lastAt: new Date('2026-11-22T12:30:00Z'),
    calls: 4,
    caller: { name: 'Chloe Martin', kind: 'user' },
    loggedSince: '2026-10-01',
  })
  expect(row.objects).toEqual([
    {
      kind: 'secret',
      name: 'Stripe-Key',
      calls: 1,
      known: true,
      gone: false,
      said: ['ok'],
      operations: ['SecretBackup'],
      addresses: ['20.0.0.1'],
    },
    {
      kind: 'secret',
      name: 'twilio-key',
      calls: 3,
      known: true,
      gone: false,
      said: ['ok'],
      operations: ['SecretBackup'],
      addresses: ['20.0.0.1', '20.0.0.2'],
    },
  ])
})

test('what was deleted since, or never was in the inventory, is listed as what it is', async () => {
  const [deleted, purged, failed] = await Promise.all([
    only({ vault: 'KV-PAY', kinds: ['deleted'] }),
    only({ kinds: ['purged'], outcomes: ['done'] }),
    only({ kinds: ['purged'], outcomes: ['failed'] }),
  ])
  expect(deleted.objects.map(({ name, known, gone }) => [name, known, gone])).toEqual([
    ['of-ana', true, true],
    ['of-ben', true, false],
  ])
  expect(purged.objects).toMatchObject([{ kind: 'secret', name: 'never-in-the-inventory', known: false, gone: false }])
  // Two ways to fail, and one call that named no object: told apart inside the line.
  expect(failed.objects).toMatchObject([
    { kind: 'key', name: 'master', said: ['missing'] },
    { kind: 'secret', name: null, said: ['error'] },
  ])
})

test('what was done to the vault itself names the vault', async () => {
  expect((await only({ vault: 'kv-gone' })).objects).toMatchObject([{ kind: 'vault', name: null, known: false }])
})

test('a purge, a person with a backup and a first time deserve a look', async () => {
  const looks = async (asked: Asked) => (await list(asked)).map(({ looks }) => looks.join(' '))
  expect(await looks({ caller: 'chloe' })).toEqual(['person first-time', 'person first-time'])
  expect(await looks({ kinds: ['purged'] })).toEqual(['purge first-time', 'purge first-time'])
  // It did the same in October, before the days that are shown.
  expect(await looks({ caller: 'nightly', kinds: ['backed-up'] })).toEqual(['', ''])
  expect(await looks({ caller: 'nightly', kinds: ['backed-up'], days: 90 })).toEqual(['', '', 'first-time'])
  // On the first day of a log everything is new: that says nothing.
  expect(await looks({ vault: 'kv-fresh' })).toEqual([''])
})

test('only what deserves a look can be asked for', async () => {
  expect(await lines({ look: true, kinds: ['backed-up'] })).toEqual([
    '2026-11-22 oid-chloe backed-up done kv-shop',
    '2026-11-22 oid-chloe backed-up refused kv-shop',
  ])
})

test('each filter narrows', async () => {
  expect(await lines({ outcomes: ['refused', 'failed'] })).toHaveLength(2)
  expect(await lines({ caller: 'OID-CHLOE' })).toHaveLength(2)
  expect(await lines({ caller: 'pipeline' })).toHaveLength(3)
  expect(await lines({ text: 'STRIPE' })).toHaveLength(3)
  expect(await lines({ text: 'kv-pa' })).toHaveLength(2)
  expect(await lines({ text: '%' })).toEqual([])
  expect(await lines({ days: 7 })).toHaveLength(6)
  expect(await lines({ days: 90 })).toHaveLength(11)
})

test('each count is the length of its list, whichever kinds are asked for', async () => {
  for (const scope of [everything, ownedBy('ana')]) {
    const counts = await countOperations(db, scope, question({ kinds: ['purged'], look: true }))
    for (const kind of sensitiveKinds) {
      expect([kind, counts[kind].lines]).toEqual([kind, (await list({ kinds: [kind] }, scope)).length])
      expect([kind, counts[kind].looks]).toEqual([kind, (await list({ kinds: [kind], look: true }, scope)).length])
    }
  }
})

test('an owner sees what was done to what is, or last was, theirs, and nothing else', async () => {
  expect(await lines({}, ownedBy('ana'))).toEqual([
    '2026-11-22 oid-chloe backed-up done kv-shop',
    '2026-11-22 oid-chloe backed-up refused kv-shop',
    '2026-11-20 oid-backup backed-up done kv-shop',
    '2026-11-19 id-of-release-pipeline purged done kv-shop',
    '2026-11-19 id-of-release-pipeline purged failed kv-shop',
    '2026-11-15 unknown deleted done kv-gone',
    '2026-11-11 id-of-release-pipeline deleted done kv-pay',
    '2026-11-05 oid-backup backed-up done kv-shop',
  ])
  const [deleted] = await list({ vault: 'kv-pay' }, ownedBy('ana'))
  expect(deleted?.objects.map(({ name }) => name)).toEqual(['of-ana'])
  expect(await lines({}, ownedBy('cem'))).toEqual([])
})

test('a past day shows what was known of the days before it', async () => {
  const past = new Date('2026-11-20T23:59:59.999Z')
  expect(await lines({ at: past, days: 7 })).toEqual([
    '2026-11-20 oid-backup restored done kv-fresh',
    '2026-11-20 oid-backup backed-up done kv-shop',
    '2026-11-19 id-of-release-pipeline purged done kv-shop',
    '2026-11-19 id-of-release-pipeline purged failed kv-shop',
    '2026-11-15 unknown settings-changed done kv-pay',
    '2026-11-15 unknown deleted done kv-gone',
  ])
})

test('pages do not overlap, and the file has all of them in the same order', async () => {
  const pages = await Promise.all([1, 2, 3].map((page) => lines({ page, pageSize: 4 })))
  expect(pages.map((rows) => rows.length)).toEqual([4, 4, 2])
  const exported: string[] = []
  const total = await exportOperations(db, everything, question({}), async (rows) => {
    exported.push(...rows.map(text))
  })
  expect(total).toBe(10)
  expect(pages.flat()).toEqual(exported)
})

test('the indexes that find these operations know all of them', async () => {
  const indexes = await db.$queryRaw<{ indexdef: string }[]>`
    select indexdef from pg_indexes where indexname like '%\_sensitive\_idx' order by indexname`
  expect(indexes).toHaveLength(2)
  for (const { indexdef } of indexes) {
    const known = [...indexdef.matchAll(/'(\w+)'/g)].map(([, operation]) => operation)
    expect(known.sort()).toEqual(Object.values(sensitiveOperations).flat().sort())
  }
})
