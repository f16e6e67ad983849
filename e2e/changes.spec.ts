// Two days are compared, and the page says what really changed: a rotation, a deletion, an edit, a later expiry.
import type { Version, VaultObject } from './azure/organization/organization.ts'
import { expect, test } from './house.ts'
import { changedBetween } from './house/changed-between.ts'
import { changesPage } from './house/changes-page.ts'
import { lead } from './house/people.ts'

test.use({ viewport: { width: 1440, height: 900 } })
test.beforeEach(({ signedInAs }) => signedInAs(lead))
// With everything that the runs asked for.
test.afterAll(async ({ azure }) => expect(await azure.violations()).toEqual([]))

const dayMs = 86_400_000

/** Of an object's own state, whatever becomes of findings about it. */
const ofObjects = ['new', 'gone', 'recovered', 'rotated', 'extended', 'edited']
  .map((kind) => `change=${kind}`)
  .join('&')

function currentOf({ name, versions }: VaultObject): Version {
  const version = versions.at(-1)
  if (!version) throw new Error(`${name} has no version.`)
  return version
}

test('Comparing two days: what Azure says changed is what the page says changed', { tag: '@changes' }, async ({
  page,
  kempt,
  azure,
}) => {
  // Two snapshots, and everything in between.
  test.setTimeout(180_000)
  const changes = changesPage(page)
  const { snapshots, standing, vaults } = kempt
  const longAgo = new Date(Date.now() - 3 * dayMs)
  const standsSince = (vault: string) => {
    const old = new Set(azure.objects(vault, longAgo).map(({ kind, name }) => `${kind}/${name}`))
    return azure
      .objects(vault, new Date())
      .filter(
        (object) =>
          object.kind === 'secret' &&
          !object.managed &&
          object.deletedAt === null &&
          old.has(`secret/${object.name}`) &&
          currentOf(object).expiresAt !== null,
      )
  }
  const vault = azure
    .estate(new Date())
    .vaults.filter(({ access }) => access === 'readable')
    .map(({ name }) => name)
    .find((name) => standsSince(name).length >= 4)
  if (!vault) throw new Error('No vault has four secrets to change.')
  const [rotated, deleted, edited, extended] = standsSince(vault)
  if (!rotated || !deleted || !edited || !extended) throw new Error(`${vault} has too few secrets.`)

  await snapshots.takeOne()
  const from = await standing.readAt()
  const amend = (object: VaultObject, changed: Partial<VaultObject>) =>
    azure.amend({ kind: 'object', from: new Date(), vault, object: { kind: 'secret', name: object.name, ...changed } })
  const now = new Date()
  const withCurrent = (object: VaultObject, changed: Partial<Version>) => ({
    versions: [...object.versions.slice(0, -1), { ...currentOf(object), updatedAt: now, ...changed }],
  })
  await amend(rotated, {
    versions: [
      ...rotated.versions,
      {
        ...currentOf(rotated),
        id: 'fedcba9876543210fedcba9876543210',
        createdAt: now,
        updatedAt: now,
        expiresAt: new Date(now.getTime() + 60 * dayMs),
      },
    ],
  })
  await amend(deleted, { deletedAt: now })
  await amend(edited, withCurrent(edited, { tags: { ...currentOf(edited).tags, ticket: 'CHG-1' } }))
  const expiresAt = new Date((currentOf(extended).expiresAt?.getTime() ?? 0) + 30 * dayMs)
  await amend(extended, withCurrent(extended, { expiresAt }))
  await snapshots.takeOne()
  const to = await standing.readAt()

  await changes.open()
  await changes.wayBack('Since the last snapshot').click()
  await expect(changes.wayBack('Since the last snapshot')).toHaveAttribute('aria-current', 'true')
  const address = new URL(page.url()).searchParams
  const days = `from=${address.get('from')}&to=${address.get('to')}`

  await changes.open(`?${days}&vault=${vault}&${ofObjects}`)
  const really = changedBetween(azure.objects(vault, from), azure.objects(vault, to))
  expect(really).toEqual(expect.arrayContaining([`rotated secret ${rotated.name}`, `gone secret ${deleted.name}`]))
  await expect(changes.row(edited.name)).toContainText('Tag ticket none')
  await expect(changes.row(edited.name)).toContainText('CHG-1')
  await expect(changes.row(extended.name)).toContainText(expiresAt.toISOString().slice(0, 10))
  await expect(changes.row(deleted.name)).toContainText('Can be recovered until it is purged on')

  // The file is the table, and both are the truth.
  const json = await changes.json()
  const csv = await changes.csv()
  expect(await changes.total()).toBe(really.length)
  expect(json.map(({ change, kind, name }) => `${change} ${kind} ${name}`).sort()).toEqual(really)
  expect(csv.map(({ change, kind, name }) => `${change} ${kind} ${name}`).sort()).toEqual(really)
  expect(await changes.saidOnAllPages()).toEqual(really)

  // What is gone is shown as it was when it was last seen, and can be had back.
  await changes.open(`?${days}&vault=${vault}&change=gone`)
  await changes.rowLink(deleted.name).click()
  await expect(kempt.atRisk.drawer).toContainText(deleted.name)
  await vaults.openOne(vault)
  await expect(vaults.deletedObject(deleted.name)).toContainText(
    `az keyvault secret recover --vault-name ${vault} --name ${deleted.name}`,
  )
})

test('the numbers of the summary are those of the rows and of the file', async ({ page }) => {
  const changes = changesPage(page)
  await changes.open()
  const counts = await changes.counts()
  const total = counts.reduce((sum, { rows }) => sum + rows, 0)
  expect(total).toBeGreaterThan(0)
  expect(await changes.total()).toBe(total)
  expect(await changes.csv()).toHaveLength(total)
  expect(await changes.json()).toHaveLength(total)
  for (const { word, rows } of counts) {
    await changes.open()
    await changes.kind(word).click()
    await expect(changes.kind(word)).toHaveAttribute('aria-current', 'true')
    expect(await changes.total()).toBe(rows)
  }
})
