// An owner sees what is theirs, by the owner tags as they really are, and nothing of anybody else's.
import { type Belongings, belongingsOf } from './house/belongings.ts'
import { expect, test } from './house.ts'
import type { Azure } from './house/azure.ts'
import { lead, owner, type PersonName } from './house/people.ts'

function belongings(azure: Azure, name: PersonName, at: Date): Belongings {
  const person = azure.people.find((one) => one.name === name)
  if (!person) throw new Error(`${name} is not among the people.`)
  return belongingsOf(person, azure.estate(at), (vault) => azure.objects(vault, at))
}

test('At risk and its files hold exactly the rows that are theirs', async ({ kempt, azure, signedInAs }) => {
  const { atRisk, standing } = kempt
  await signedInAs(lead)
  await atRisk.open()
  const theirs = belongings(azure, owner, await standing.readAt())
  const all = await atRisk.json()
  const expected = all
    .filter(({ kind, vault, name }) =>
      kind === 'vault' ? theirs.owns(`${vault}`) : theirs.has(`${vault}`, { kind: `${kind}`, name: `${name}` }),
    )
    .map(({ key }) => key)
  expect(expected.length).toBeGreaterThan(0)
  expect(expected.length).toBeLessThan(all.length)

  await signedInAs(owner)
  await atRisk.open()
  expect((await atRisk.json()).map(({ key }) => key)).toEqual(expected)
  expect((await atRisk.csv()).map(({ key }) => key)).toEqual(expected)
  expect(await atRisk.keysOnAllPages()).toEqual(expected)
})

test('Vaults lists their vaults, and those that hold something of theirs', async ({ kempt, azure, signedInAs }) => {
  await signedInAs(owner)
  await kempt.vaults.open()
  const { vaults } = belongings(azure, owner, await kempt.standing.readAt())
  expect((await kempt.vaults.exported()).map(({ vault }) => vault).sort()).toEqual(vaults)
  await expect(kempt.vaults.names).toHaveCount(vaults.length)
})

test('no page names a vault that is not theirs', async ({ page, kempt, azure, signedInAs }) => {
  await signedInAs(owner)
  await kempt.vaults.open()
  const at = await kempt.standing.readAt()
  const { vaults, pastVaults } = belongings(azure, owner, at)
  const foreign = azure
    .estate(at)
    .vaults.map(({ name }) => name)
    // What was theirs and is gone keeps its history, and the name of where it was.
    .filter((name) => !vaults.includes(name) && !pastVaults.includes(name))
  expect(foreign.length).toBeGreaterThan(10)

  const paths = ['/', '/findings?size=100', '/findings?group=vault', '/findings?group=rule', '/findings?status=unknown']
  for (const path of [
    ...paths,
    '/mine',
    '/owners',
    '/vaults',
    '/rules',
    '/rules/secret-overdue-for-rotation',
    '/snapshots',
  ]) {
    const html = await (await page.request.get(path)).text()
    expect(
      foreign.filter((name) => html.includes(name)),
      path,
    ).toEqual([])
  }
})

test("somebody else's vault is not found, and neither is somebody else's row", async ({
  page,
  kempt,
  azure,
  noise,
  signedInAs,
}) => {
  await signedInAs(lead)
  await kempt.atRisk.open()
  const theirs = belongings(azure, owner, await kempt.standing.readAt())
  const foreign = (await kempt.atRisk.json()).find(({ vault }) => !theirs.vaults.includes(`${vault}`))
  if (!foreign) throw new Error('Everything is theirs: there is nothing to be kept from them.')

  await signedInAs(owner)
  noise.expect(/status of 404/)
  const answer = await kempt.vaults.openOne(`${foreign.vault}`)
  expect(answer?.status()).toBe(404)
  await expect(kempt.heading).toHaveText('Nothing is kept at this address')
  await expect(page.getByText(`${foreign.vault}`)).toBeHidden()

  await kempt.atRisk.open(`?row=${foreign.key}`)
  await expect(kempt.atRisk.title).toBeVisible()
  await expect(kempt.atRisk.drawer).toBeHidden()
  await kempt.atRisk.open(`?vault=${foreign.vault}`)
  await expect(kempt.atRisk.nothing).toBeVisible()
  expect(await kempt.atRisk.json()).toEqual([])
})
