// What the page of one object asks of the access log: who reads it, when, who is refused, and who carries it out.
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from '../a-remembered-estate.ts'
import { aRememberedLog } from '../a-remembered-log.ts'
import { listObjectDays } from './list-object-days.ts'
import { listObjectOperations } from './list-object-operations.ts'
import { listObjectReaders } from './list-object-readers.ts'
import { listObjectRefusals } from './list-object-refusals.ts'
import { listObjectVersions } from './list-object-versions.ts'

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const midnight = (text: string) => new Date(`${text}T00:00:00Z`)
const at = new Date('2026-11-23T07:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-09-01'))
const log = aRememberedLog(db)
const id = { stripe: 0, smtp: 0, tls: 0, sign: 0 }
const [old, current] = ['a'.repeat(32), 'b'.repeat(32)]

beforeAll(async () => {
  const vault = await estate.vault('kv-shop', { owner: 'ana' })
  const other = await estate.vault('kv-other', { owner: 'eve' })
  id.stripe = (await estate.object(vault, 'Stripe')).objectId
  id.smtp = (await estate.object(vault, 'smtp', { owner: 'bo' })).objectId
  id.tls = (await estate.object(vault, 'tls', { kind: 'certificate' })).objectId
  id.sign = (await estate.object(vault, 'sign', { kind: 'key' })).objectId
  await db.objectVersion.create({
    data: {
      ...{ objectId: id.stripe, vaultId: vault.vaultId, version: old, enabled: true, validFrom: day('2026-09-01') },
      ...{ createdAt: day('2026-09-01'), updatedAt: day('2026-09-01') },
    },
  })
  const workspace = await log.workspace({ from: midnight('2026-11-01'), until: at })
  await log.heard(vault, workspace, { from: '2026-11-01', to: '2026-11-23', silent: ['2026-11-05'] })
  const web = await log.caller('web', { kind: 'managed-identity', resourceId: '/sites/web', hostId: '/sites/host' })
  const job = await log.caller('job')
  const stripe = { vaultId: vault.vaultId, name: 'Stripe' }
  const tls = { vaultId: vault.vaultId, name: 'tls' }
  await log.calls(web, stripe, { on: '2026-10-01', version: old, at: { 3: 2 } })
  await log.calls(web, stripe, { on: '2026-11-10', version: old, at: { 7: 3, 8: 4, 15: 1 } })
  await log.calls(web, stripe, { on: '2026-11-10', version: current, at: { 9: 2 } })
  await log.calls(web, stripe, { on: '2026-11-10', version: old, at: { 9: 1 }, address: '20.0.0.2' })
  await log.calls(web, stripe, { on: '2026-11-22', version: current, outcome: 'denied' })
  // Still to come at the instant the page is asked for.
  await log.calls(web, stripe, { on: '2026-11-23', version: current, at: { 20: 9 } })
  await log.calls(job, stripe, { on: '2026-11-20', outcome: 'denied', at: { 1: 5 } })
  await log.calls(job, stripe, { on: '2026-11-20', outcome: 'denied', operation: 'SecretDelete' })
  await log.calls(job, stripe, { on: '2026-11-19', outcome: 'throttled', at: { 2: 6 } })
  await log.calls(job, stripe, { on: '2026-11-18', outcome: 'missing' })
  await log.calls(job, stripe, { on: '2026-10-02', operation: 'SecretBackup' })
  await log.calls(job, { vaultId: vault.vaultId, name: 'smtp' }, { on: '2026-11-20' })
  await log.calls(web, tls, { on: '2026-11-20', version: current })
  await log.calls(web, { ...tls, kind: 'key' }, { on: '2026-11-21', operation: 'KeySign', at: { 1: 70 } })
  await log.calls(web, { ...tls, kind: 'certificate' }, { on: '2026-11-21', operation: 'CertificateList' })
  await log.calls(
    web,
    { vaultId: vault.vaultId, kind: 'key', name: 'sign' },
    { on: '2026-11-21', operation: 'KeySign', at: { 1: 70 } },
  )
  await log.calls(web, { vaultId: other.vaultId, name: 'Stripe' }, { on: '2026-11-21', at: { 1: 99 } })
})

const readers = (objectId: number, scope = everything, when = at) =>
  listObjectReaders(db, scope, { at: when, objectId })

test('readers come with their reads, versions and addresses; who was never let in comes last', async () => {
  expect(await readers(id.stripe)).toEqual([
    {
      ...{
        identity: 'id-of-web',
        name: 'web',
        kind: 'managed-identity',
        resourceId: '/sites/web',
        hostId: '/sites/host',
      },
      ...{ reads: 11, lastReadAt: new Date('2026-11-10T15:30:00Z'), denied: 1, throttled: 0 },
      versions: [
        { version: old, firstReadAt: new Date('2026-10-01T03:00:00Z'), lastReadAt: new Date('2026-11-10T15:30:00Z') },
        {
          version: current,
          firstReadAt: new Date('2026-11-10T09:00:00Z'),
          lastReadAt: new Date('2026-11-10T09:30:00Z'),
        },
      ],
      ...{ addresses: ['20.0.0.1', '20.0.0.2'], busiest: 7, needless: 8 },
    },
    expect.objectContaining({
      ...{ name: 'job', reads: 0, lastReadAt: null, denied: 5, throttled: 6, versions: [], addresses: [] },
      ...{ busiest: null, needless: null },
    }),
  ])
})

test('a window has eight hours and one address, and its first read is needed', async () => {
  // From 00: 3. From 08: 4 and 1 of one version, 2 of the other; another address has 1 of its own.
  const [web] = await readers(id.stripe)
  expect(web).toMatchObject({ busiest: 4 + 1 + 2, needless: 3 - 1 + (7 - 1) + (1 - 1) })
})

test('a certificate is read through its secret and its key, and only the secret can be kept', async () => {
  expect(await readers(id.tls)).toMatchObject([{ name: 'web', reads: 71, busiest: 1, needless: 0 }])
  expect(await readers(id.sign)).toMatchObject([{ name: 'web', reads: 70, busiest: null, needless: null }])
})

test('nobody is told who calls what is not theirs', async () => {
  expect(await readers(id.stripe, ownedBy('Bo'))).toEqual([])
  expect(await readers(id.smtp, ownedBy('Bo'))).toMatchObject([{ name: 'job', reads: 1 }])
  expect(await listObjectDays(db, ownedBy('Bo'), { at, objectId: id.stripe })).toEqual([])
  expect(await listObjectRefusals(db, ownedBy('Bo'), { at, objectId: id.stripe, most: 9 })).toEqual({
    rows: [],
    total: 0,
  })
  expect(await listObjectOperations(db, ownedBy('Bo'), { at, objectId: id.stripe, most: 9 })).toMatchObject({
    total: 0,
  })
})

test('as of an earlier day only what had been called by then counts', async () => {
  expect(await readers(id.stripe, everything, new Date('2026-10-20T07:00:00Z'))).toMatchObject([
    { name: 'web', reads: 2 },
  ])
})

test('a day the log did not hear is not a day without reads', async () => {
  const days = await listObjectDays(db, everything, { at, objectId: id.stripe })
  expect(days).toHaveLength(31)
  const on = (text: string) => days.find((one) => one.day.getTime() === midnight(text).getTime())
  expect(days[0]?.day).toEqual(midnight('2026-10-24'))
  expect(on('2026-10-31')).toMatchObject({ heard: false })
  expect(on('2026-11-05')).toMatchObject({ heard: false })
  expect(on('2026-11-06')).toMatchObject({ heard: true, calls: 0, hours: Array(24).fill(0) })
  expect(on('2026-11-10')?.hours?.slice(7, 10)).toEqual([3, 4, 3])
  expect(on('2026-11-10')).toMatchObject({ heard: true, calls: 11 })
})

test('a day that was summed up without hours has its sum and no hours', async () => {
  await db.accessDay.updateMany({ where: { day: midnight('2026-10-01') }, data: { hours: [] } })
  const days = await listObjectDays(db, everything, { at: midnight('2026-10-03'), objectId: id.stripe })
  expect(days.find((one) => one.day.getTime() === midnight('2026-10-01').getTime())).toEqual({
    ...{ day: midnight('2026-10-01'), heard: true, calls: 2, hours: null },
  })
})

test('refusals come by day and caller, whatever was asked for', async () => {
  const { rows, total } = await listObjectRefusals(db, everything, { at, objectId: id.stripe, most: 3 })
  expect(total).toBe(4)
  expect(rows).toMatchObject([
    { day: midnight('2026-11-22'), name: 'web', outcome: 'denied', calls: 1 },
    {
      day: midnight('2026-11-20'),
      name: 'job',
      outcome: 'denied',
      calls: 6,
      operations: ['SecretDelete', 'SecretGet'],
    },
    { day: midnight('2026-11-19'), name: 'job', outcome: 'throttled', calls: 6 },
  ])
})

test('what was taken away or carried out is told for as long as the log is remembered, attempts included', async () => {
  const { rows, total } = await listObjectOperations(db, everything, { at, objectId: id.stripe, most: 9 })
  expect(total).toBe(2)
  expect(rows).toMatchObject([
    { what: 'deleted', operation: 'SecretDelete', outcome: 'denied', name: 'job', addresses: ['20.0.0.1'] },
    { what: 'backed-up', operation: 'SecretBackup', outcome: 'ok', day: midnight('2026-10-02') },
  ])
})

test('a version says when it was last read, and by how many', async () => {
  expect(await listObjectVersions(db, everything, { at, objectId: id.stripe })).toMatchObject([
    { version: old, lastReadAt: new Date('2026-11-10T15:30:00Z'), callers: 1 },
  ])
})
