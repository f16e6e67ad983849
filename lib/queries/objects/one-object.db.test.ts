// What the page of one object asks of the inventory: as it is, as it was, and when it is gone.
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { aRememberedEstate, everything, ownedBy } from '../a-remembered-estate.ts'
import { getObject } from './get-object.ts'
import { getObjectThresholds } from './get-object-thresholds.ts'
import { listObjectChanges } from './list-object-changes.ts'
import { listObjectVersions } from './list-object-versions.ts'

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const at = new Date('2026-11-23T07:00:00Z')
const db = await freshDatabase()
const estate = aRememberedEstate(db, day('2026-09-01'))
const id = { stripe: 0, smtp: 0, old: 0, tls: 0, tlsSecret: 0, lone: 0 }
const longName = 'n'.repeat(127)

const version = (
  object: { objectId: number; vaultId: number },
  name: string,
  createdAt: Date,
  {
    validFrom = day('2026-09-01'),
    ...said
  }: { validFrom?: Date; validTo?: Date; expiresAt?: Date; enabled?: boolean } = {},
) =>
  db.objectVersion.create({
    data: { ...object, version: name, enabled: true, createdAt, updatedAt: createdAt, validFrom, ...said },
  })

/** The state of an object ends, and another begins at once. */
async function becomes(object: { objectId: number }, from: Date, changed: object) {
  const { id: _, ...state } = await db.objectState.findFirstOrThrow({
    where: { objectId: object.objectId, validTo: null },
  })
  await db.objectState.updateMany({ where: { objectId: object.objectId, validTo: null }, data: { validTo: from } })
  await db.objectState.create({ data: { ...state, tags: state.tags ?? {}, validFrom: from, ...changed } })
}

beforeAll(async () => {
  await db.policyVersion.create({
    data: {
      createdAt: day('2026-09-01'),
      createdBy: 'test',
      policy: {
        overrides: [{ selector: { tags: [{ name: 'tier', value: 'gold' }] }, thresholds: { rotationDays: 14 } }],
      },
    },
  })
  await estate.snapshot(day('2026-11-23'))
  const shop = await estate.vault('kv-shop', { owner: 'ana', environment: 'production' })
  const tags = { tier: 'Gold', 'Zweck 🚚': 'مفتاح' }
  const stripe = await estate.object(shop, 'Stripe', {
    tags,
    createdAt: day('2026-08-01'),
    expiresAt: day('2026-10-01'),
  })
  await becomes(stripe, day('2026-09-20'), { expiresAt: day('2026-12-01'), earliestExpiresAt: day('2026-10-01') })
  await becomes(stripe, day('2026-11-01'), {
    ...{ createdAt: day('2026-10-31'), expiresAt: null, earliestExpiresAt: null },
    ...{ tags: { tier: 'Gold', owner: 'x' } },
  })
  await version(stripe, 'a1', day('2026-08-01'), { expiresAt: day('2026-10-01'), validTo: day('2026-09-20') })
  await version(stripe, 'a1', day('2026-08-01'), {
    expiresAt: day('2026-12-01'),
    validFrom: day('2026-09-20'),
    enabled: false,
  })
  await version(stripe, 'b2', day('2026-10-31'), { validFrom: day('2026-11-01') })
  const smtp = await estate.object(shop, 'smtp', { owner: 'bo', createdAt: day('2026-08-01') })
  await becomes(smtp, day('2026-10-10'), { createdAt: day('2026-10-09') })
  const old = await estate.object(shop, 'old', { goneAt: day('2026-11-01'), createdAt: day('2026-08-01') })
  await version(old, 'c3', day('2026-08-01'), { validTo: day('2026-11-01') })
  await db.deletedObject.create({
    data: {
      ...{ vaultId: shop.vaultId, kind: 'secret', name: 'old', nameKey: 'old', validFrom: day('2026-11-01') },
      ...{ deletedAt: day('2026-10-31'), scheduledPurgeAt: day('2027-01-29') },
    },
  })
  const tls = await estate.object(shop, 'tls', { kind: 'certificate', owner: 'bo' })
  await version(tls, 'd4', day('2026-09-01'))
  const tlsSecret = await estate.object(shop, 'tls', { managed: true })
  const closed = await estate.vault('kv-closed', { owner: 'eve', goneAt: day('2026-11-10') })
  const lone = await estate.object(closed, longName, { kind: 'key', goneAt: day('2026-11-10') })
  await db.objectDetail.create({
    data: { ...lone, validFrom: day('2026-09-01'), validTo: day('2026-11-10'), keyType: 'RSA', keyBits: 2048 },
  })
  id.stripe = stripe.objectId
  id.smtp = smtp.objectId
  id.old = old.objectId
  id.tls = tls.objectId
  id.tlsSecret = tlsSecret.objectId
  id.lone = lone.objectId
})

const [ana, bo] = [ownedBy('Ana'), ownedBy('Bo')]
const secret = { at, vaultName: 'kv-shop', kind: 'secret' as const }

test('an object is found by its names in any case, with everything that is known of it', async () => {
  expect(await getObject(db, everything, { ...secret, vaultName: 'KV-Shop', name: 'STRIPE' })).toMatchObject({
    ...{ key: `o${id.stripe}`, name: 'Stripe', owner: 'ana', ownerSource: 'vault', environment: 'production' },
    ...{ goneAt: null, deleted: null, expiresAt: null, rotatedAt: day('2026-10-31'), sinceAt: day('2026-11-01') },
    tags: { tier: 'Gold', owner: 'x' },
  })
})

test('as of an earlier day it is as it was', async () => {
  const then = await getObject(db, everything, { ...secret, at: day('2026-09-25'), name: 'stripe' })
  expect(then).toMatchObject({ expiresAt: day('2026-12-01'), tags: { 'Zweck 🚚': 'مفتاح' } })
  expect(await getObject(db, everything, { ...secret, at: day('2026-08-25'), name: 'stripe' })).toBeNull()
})

test('outside the scope, of another kind and never heard of give the same answer', async () => {
  expect(await getObject(db, bo, { ...secret, name: 'stripe' })).toBeNull()
  expect(await getObject(db, ownedBy('Eve'), { ...secret, name: 'stripe' })).toBeNull()
  expect(await getObject(db, everything, { ...secret, kind: 'key', name: 'stripe' })).toBeNull()
  expect(await getObject(db, everything, { ...secret, name: 'nowhere' })).toBeNull()
  expect(await getObject(db, bo, { ...secret, name: 'smtp' })).toMatchObject({ owner: 'bo', ownerSource: 'object' })
  expect(await getObject(db, ana, { ...secret, name: 'smtp' })).toMatchObject({ name: 'smtp' })
})

test('what is gone is known as it was last seen, with the time left to recover it', async () => {
  expect(await getObject(db, ana, { ...secret, name: 'old' })).toMatchObject({
    ...{ goneAt: day('2026-11-01'), vaultGone: false, owner: 'ana' },
    deleted: { deletedAt: day('2026-10-31'), scheduledPurgeAt: day('2027-01-29') },
  })
  expect(await getObject(db, bo, { ...secret, name: 'old' })).toBeNull()
  expect(await listObjectVersions(db, ana, { at, objectId: id.old })).toMatchObject([{ version: 'c3' }])
})

test('what went with its vault is known too, with the key it had', async () => {
  const gone = { at, vaultName: 'kv-closed', kind: 'key' as const, name: longName.toUpperCase() }
  expect(await getObject(db, ownedBy('Eve'), gone)).toMatchObject({
    ...{ goneAt: day('2026-11-10'), vaultGone: true, deleted: null, keyType: 'RSA', keyBits: 2048 },
  })
})

test('what belongs to a certificate says so where the certificate may be seen, and has its versions', async () => {
  expect(await getObject(db, ana, { ...secret, name: 'tls' })).toMatchObject({ managed: true, certificateKnown: true })
  expect(await listObjectVersions(db, ana, { at, objectId: id.tlsSecret })).toMatchObject([{ version: 'd4' }])
})

test('an object is judged by the override that is for it', async () => {
  expect((await getObjectThresholds(db, everything, { at, objectId: id.stripe })).rotationDays).toBe(14)
  expect((await getObjectThresholds(db, everything, { at, objectId: id.smtp })).rotationDays).toBe(60)
  expect((await getObjectThresholds(db, bo, { at, objectId: id.stripe })).rotationDays).toBe(60)
})

test('versions come newest first, with the expiry they had before it was moved', async () => {
  expect(await listObjectVersions(db, everything, { at, objectId: id.stripe })).toMatchObject([
    { version: 'b2', createdAt: day('2026-10-31'), expiresAt: null, movedFromAt: null, enabled: true },
    {
      ...{ version: 'a1', createdAt: day('2026-08-01'), expiresAt: day('2026-12-01'), enabled: false },
      movedFromAt: day('2026-10-01'),
    },
  ])
  expect(await listObjectVersions(db, bo, { at, objectId: id.stripe })).toEqual([])
})

test('where versions were never listed, those seen as the current one are known by their dates', async () => {
  expect(await listObjectVersions(db, bo, { at, objectId: id.smtp })).toMatchObject([
    { version: null, createdAt: day('2026-10-09') },
    { version: null, createdAt: day('2026-08-01') },
  ])
})

test('its history tells each change with the snapshot that saw it', async () => {
  const changes = await listObjectChanges(db, ana, { at, objectId: id.stripe })
  expect(changes.map(({ change, seenAt, fields }) => [change, seenAt, fields.map(({ field }) => field)])).toEqual([
    ['rotated', day('2026-11-01'), ['version', 'expires', 'tag', 'tag']],
    ['extended', day('2026-09-20'), ['expires']],
  ])
  expect(await listObjectChanges(db, ana, { at, objectId: id.old })).toEqual([
    { change: 'gone', seenAt: day('2026-11-01'), fields: [] },
  ])
  expect(await listObjectChanges(db, bo, { at, objectId: id.stripe })).toEqual([])
  expect(await listObjectChanges(db, ana, { at: day('2026-10-01'), objectId: id.stripe })).toHaveLength(1)
})
