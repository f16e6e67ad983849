import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import type { Database } from '#lib/db/open-database.ts'
import { aRememberedLog, type RememberedCaller } from '#lib/queries/a-remembered-log.ts'
import { placeOf } from './access-moment.ts'
import { recallAccess } from './recall-access.ts'

const at = new Date('2026-11-20T02:15:00Z')
const day = (text: string) => new Date(`2026-${text}T00:00:00Z`)

let db: Database
let log: ReturnType<typeof aRememberedLog>
let shop: { vaultId: number }
let quiet: { vaultId: number }
let api: RememberedCaller
let job: RememberedCaller
beforeAll(async () => {
  db = await freshDatabase()
  log = aRememberedLog(db)
  const vault = async (name: string) => ({
    vaultId: (await db.vault.create({ data: { resourceId: name, name, seenFirstAt: day('01-01') } })).id,
  })
  shop = await vault('kv-shop')
  quiet = await vault('kv-quiet')
  api = await log.caller('api')
  job = await log.caller('job')
  const workspace = await log.workspace({ from: day('10-01'), until: at })
  await log.heard(shop, workspace, { from: '2026-10-05', to: '2026-11-20', silent: ['2026-10-31', '2026-11-15'] })

  const stripe = { ...shop, name: 'Stripe' }
  // Over the edge of a window: two before eight, three after.
  await log.calls(api, stripe, { on: '2026-11-18', at: { 7: 2, 8: 3 }, version: 'v1' })
  await log.calls(api, stripe, { on: '2026-11-18', at: { 9: 1 }, version: 'v2' })
  // Ten instances, once each.
  for (let instance = 1; instance <= 10; instance++)
    await log.calls(job, stripe, { on: '2026-11-18', at: { 3: 1 }, address: `20.0.1.${instance}` })
  await log.calls(job, stripe, { on: '2026-11-01', at: { 3: 50 } })
  await log.calls(job, stripe, { on: '2026-11-18', at: { 3: 1 }, outcome: 'missing' })
  await log.calls(job, { ...shop, kind: 'key', name: 'sign' }, { on: '2026-11-19', at: { 3: 9 }, operation: 'KeySign' })
  // Goes on after the moment: only its first call is sure to have come before.
  await log.calls(api, { ...shop, name: 'today' }, { on: '2026-11-20', at: { 1: 1, 20: 1 } })
  await log.calls(api, { ...shop, name: 'tomorrow' }, { on: '2026-11-21' })
  await log.calls(api, { ...shop, name: 'backed' }, { on: '2026-11-10', operation: 'SecretBackup' })
  await log.calls(api, { ...shop, name: 'tried' }, { on: '2026-11-10', operation: 'SecretBackup', outcome: 'denied' })
  await log.calls(job, shop, { on: '2026-11-19', at: { 5: 30 }, operation: 'SecretList', outcome: 'denied' })
  await log.calls(job, stripe, { on: '2026-11-19', at: { 5: 2 }, outcome: 'denied' })
  await log.calls(job, shop, { on: '2026-11-17', at: { 5: 4 }, outcome: 'throttled' })
  await log.calls(api, shop, { on: '2026-11-17', at: { 6: 1 }, outcome: 'throttled' })
  await log.calls(job, shop, { on: '2026-11-16', at: { 5: 1 }, operation: 'SecretGet' })
})

const recall = async (moments = [{ i: 0, at }], span = { days: 60, recentDays: 7 }) =>
  recallAccess(db, [shop.vaultId, quiet.vaultId], moments, span)
const ofShop = async () => (await recall()).get(placeOf(0, shop.vaultId))

test('coverage begins with the first row of the vault, and whole days without one are told', async () => {
  expect(await ofShop()).toMatchObject({
    coveredFromAt: day('10-05'),
    silentDays: [day('10-31'), day('11-15')],
    lastRowAt: new Date('2026-11-20T02:00:00Z'),
    lastOwnCallAt: new Date('2026-11-20T02:00:00Z'),
  })
})

test('a vault that was never heard is missing, not empty', async () => {
  expect([...(await recall()).keys()]).toEqual([placeOf(0, shop.vaultId)])
})

test('reads come by object, caller and version, without what failed and what came later', async () => {
  const shopLog = await ofShop()
  expect(shopLog?.reads.map(({ kind, name }) => `${kind}/${name}`)).toEqual([
    'secret/stripe',
    'secret/today',
    'key/sign',
  ])
  const [stripe, today] = shopLog?.reads ?? []
  expect(stripe?.callers).toMatchObject([
    {
      caller: 'api',
      calls: 6,
      lastReadAt: new Date('2026-11-18T09:30:00Z'),
      versions: [
        { version: 'v1', lastReadAt: new Date('2026-11-18T08:30:00Z') },
        { version: 'v2', lastReadAt: new Date('2026-11-18T09:30:00Z') },
      ],
    },
    { caller: 'job', calls: 60, versions: [{ version: '' }] },
  ])
  expect(today?.callers).toMatchObject([{ lastReadAt: new Date('2026-11-20T01:00:00Z') }])
})

test('windows of eight hours are by caller and address, over all versions, and recent ones only', async () => {
  const [stripe] = (await ofShop())?.reads ?? []
  expect(stripe?.callers.map(({ windows }) => windows)).toEqual([
    [
      { address: '20.0.0.1', startsAt: day('11-18'), reads: 2 },
      { address: '20.0.0.1', startsAt: new Date('2026-11-18T08:00:00Z'), reads: 4 },
    ],
    [],
  ])
})

test('denials and throttled calls are counted over the vault and everything in it', async () => {
  expect(await ofShop()).toMatchObject({
    denials: [{ caller: 'job', day: day('11-19'), calls: 32 }],
    throttles: [{ day: day('11-17'), calls: 5, callers: ['api', 'job'] }],
  })
})

test('backups that succeeded, and reads of which the log does not say what was read', async () => {
  expect(await ofShop()).toMatchObject({
    backups: [{ kind: 'secret', name: 'backed', lastAt: new Date('2026-11-10T08:30:00Z') }],
    unnamedReadAt: new Date('2026-11-16T05:30:00Z'),
  })
})

test('several instants are answered at once, each with what came before it', async () => {
  const moments = [
    { i: 3, at: new Date('2026-11-02T02:15:00Z') },
    { i: 7, at },
  ]
  const found = await recall(moments)
  expect(found.get(placeOf(3, shop.vaultId))).toMatchObject({
    silentDays: [day('10-31')],
    reads: [{ name: 'stripe', callers: [{ caller: 'job', calls: 50 }] }],
    denials: [],
  })
  expect(found.get(placeOf(7, shop.vaultId))).toEqual(await ofShop())
})
