// What no list tells, and what only somebody who looked before can know.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StandIn } from '#e2e/azure/open-stand-in.ts'
import { type Deleted, deletedObjectsAt, deletedVaultsAt } from '#e2e/azure/organization/truth/deleted-at.ts'
import { expiryExtended } from '#e2e/azure/organization/truth/expiry-extended.ts'
import { truthAt } from '#e2e/azure/organization/truth.ts'
import { startStandIn } from '#e2e/azure/start-stand-in.ts'
import { type Database, sql } from '#lib/db/open-database.ts'
import { anInstallation } from './testing/an-installation.ts'
import { failing } from './testing/failing.ts'

const minutes = (number: number) => number * 60_000
const dayMs = minutes(24 * 60)
const capturedAt = new Date('2026-11-20T02:15:00Z')
const later = (ms: number) => new Date(capturedAt.getTime() + ms)

let standIn: StandIn
beforeAll(async () => {
  standIn = await startStandIn({ seed: 11, vaults: 6 })
  standIn.azure.clock.set(capturedAt)
})
afterAll(() => standIn.close())

const openOldVersions = (db: Database) => failing(db, 'old-version-still-enabled')

/** Disables every version of a secret but the newest, as its owner would. */
function disableOlderVersions(subject: string, from: Date) {
  const [vault = '', , name = ''] = subject.split('/')
  const { amend, objectsAt } = standIn.azure.organization
  const secret = objectsAt(vault, from).find((object) => object.kind === 'secret' && object.name === name)
  const versions = secret?.versions.map((version, place, all) =>
    place === all.length - 1 ? version : { ...version, enabled: false, updatedAt: from },
  )
  if (!versions) throw new Error(`there is no ${subject}`)
  amend({ kind: 'object', from, vault, object: { kind: 'secret', name, versions } })
}

test('a fixed finding is closed by the next daily snapshot, and at once by one that a person asked for', async () => {
  const [first, second] = truthAt(standIn.azure.organization, capturedAt)['old-version-still-enabled']
  if (!first || !second) throw new Error('the organization has too few findings for this story')
  const { db, takes, takesForAPerson } = await anInstallation(standIn)
  await takes(capturedAt)
  expect(await openOldVersions(db)).toEqual(expect.arrayContaining([first, second]))

  disableOlderVersions(first, later(minutes(1)))
  standIn.azure.clock.set(later(minutes(2)))
  await takesForAPerson(later(minutes(2)))
  expect(await openOldVersions(db)).not.toContain(first)
  expect(await openOldVersions(db)).toContain(second)

  disableOlderVersions(second, later(minutes(3)))
  standIn.azure.clock.set(later(dayMs + minutes(2)))
  await takes(later(dayMs + minutes(2)))
  expect(await openOldVersions(db)).not.toContain(second)
})

test('an expiry that is moved without a rotation is found, and only that', async () => {
  const { organization } = standIn.azure
  const { db, takes } = await anInstallation(standIn)
  const looks = [later(2 * dayMs), later(3 * dayMs)]
  const [before = capturedAt, after = capturedAt] = looks
  const vault = organization.estateAt(before).vaults.find(({ access }) => access === 'readable')?.name ?? ''
  const secret = organization
    .objectsAt(vault, before)
    .find(
      ({ kind, managed, versions }) =>
        kind === 'secret' && !managed && versions.at(-1)?.enabled && versions.at(-1)?.expiresAt,
    )
  if (!secret) throw new Error('the organization has no secret for this story')
  const versions = secret.versions.map((version, place, all) =>
    place < all.length - 1 ? version : { ...version, expiresAt: later(400 * dayMs), updatedAt: after },
  )
  for (const [index, look] of looks.entries()) {
    if (index === 1)
      organization.amend({
        kind: 'object',
        from: after,
        vault,
        object: { kind: 'secret', name: secret.name, versions },
      })
    standIn.azure.clock.set(look)
    await takes(look)
  }
  const extended = expiryExtended(organization, looks)
  expect(extended).toContain(`${vault}/secret/${secret.name}`)
  expect(await failing(db, 'expiry-extended-without-rotation')).toEqual(extended)
})

test('what is deleted is remembered until it is recovered or gone for good: objects and whole vaults', async () => {
  const { organization } = standIn.azure
  const { db, takes } = await anInstallation(standIn)
  const [before, after, recovered] = [later(4 * dayMs), later(5 * dayMs), later(6 * dayMs)]
  const [kept, dropped] = organization.estateAt(before).vaults.filter(({ access }) => access === 'readable')
  const secret = organization
    .objectsAt(kept?.name ?? '', before)
    .find(({ kind, managed, deletedAt }) => kind === 'secret' && !managed && !deletedAt)
  if (!kept || !dropped || !secret) throw new Error('the organization has too few vaults for this story')
  const remembers = async (instant: Date) => {
    standIn.azure.clock.set(instant)
    await takes(instant)
    expect(await deletedObjects(db)).toEqual(deletedObjectsAt(organization, instant).map(inSeconds))
    expect(await deletedVaults(db)).toEqual(deletedVaultsAt(organization, instant).map(inSeconds))
  }
  const object = { kind: 'secret', name: secret.name } as const
  const subject = `${kept.name}/secret/${secret.name}`

  await remembers(before)
  organization.amend({ kind: 'object', from: after, vault: kept.name, object: { ...object, deletedAt: after } })
  organization.amend({ kind: 'vault-gone', from: after, vault: dropped.name })
  await remembers(after)
  expect((await deletedObjects(db)).map((deleted) => deleted.subject)).toContain(subject)
  expect((await deletedVaults(db)).map((deleted) => deleted.subject)).toContain(dropped.name)

  organization.amend({ kind: 'object', from: recovered, vault: kept.name, object: { ...object, deletedAt: null } })
  await remembers(recovered)
  const remembered = await db.vaultObject.findFirst({
    where: { ...object, vault: { name: kept.name } },
    include: { states: { orderBy: { validFrom: 'asc' } } },
  })
  expect(remembered).toMatchObject({
    goneAt: null,
    seenFirstAt: before,
    states: [{ validTo: after }, { validTo: null }],
  })
})

const deletedObjects = async (db: Database) =>
  sorted(
    await db.$queryRaw<Deleted[]>(sql`
      select concat_ws('/', v.name, d.kind::text, d.name) as subject, d.deleted_at as "deletedAt",
        d.scheduled_purge_at as "scheduledPurgeAt"
      from deleted_object d join vault v on v.id = d.vault_id where d.valid_to is null`),
  )

const deletedVaults = async (db: Database) =>
  sorted(
    await db.$queryRaw<Deleted[]>(sql`
      select name as subject, deleted_at as "deletedAt", scheduled_purge_at as "scheduledPurgeAt"
      from deleted_vault where valid_to is null`),
  )

const sorted = (deleted: Deleted[]) => deleted.sort((one, other) => (one.subject < other.subject ? -1 : 1))

/** Azure tells these instants to the second. */
const inSeconds = ({ subject, ...at }: Deleted) => {
  const seconds = (instant: Date | null) => instant && new Date(Math.floor(instant.getTime() / 1000) * 1000)
  return { subject, deletedAt: seconds(at.deletedAt), scheduledPurgeAt: seconds(at.scheduledPurgeAt) }
}
