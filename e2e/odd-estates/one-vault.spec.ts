// One vault: what counts in thousands elsewhere counts to one here. And an owner, for whom nobody has set a tag.
import { storiesIn } from './arranging/stories-in.ts'
import { expect } from '../house.ts'
import { openWhole } from '../house/open-whole.ts'
import { lead, owner } from '../house/people.ts'
import { oneVault, theSecret, theVault } from './estates/one-vault.ts'
import { expectFitToBeShown } from './fit-to-be-shown.ts'

const test = storiesIn(oneVault)

test('every figure leads to the one row it counts', async ({ kempt, signedInAs }) => {
  const { atRisk, overview, standing, vaults } = kempt
  await signedInAs(lead)
  await overview.open()
  await expect(standing.line).toContainText('1 of 1 vault read')
  await overview.attention.getByRole('link', { name: /never expires/ }).click()
  await expect(atRisk.row(theSecret)).toBeVisible()
  expect(await atRisk.total()).toBe(1)
  expect((await atRisk.csv()).map(({ name }) => name)).toEqual([theSecret])
  await vaults.open()
  await expect(vaults.names).toHaveText([theVault])
})

test('one is never spoken of as many', async ({ page, kempt, signedInAs }) => {
  await signedInAs(lead)
  for (const path of ['/', '/findings', '/vaults', `/vaults/${theVault}`, '/owners', '/snapshots', '/posture']) {
    await openWhole(page, path)
    expect(await kempt.main.innerText(), path).not.toMatch(
      /(?<![\d,.])\b1 (vaults|objects|secrets|findings|rules|owners|runs|rows|versions)\b/,
    )
  }
  for (const path of ['/', `/vaults/${theVault}`]) await expectFitToBeShown(page, path)
})

test('an owner whom no tag names reads as whom Kempt looked for them, and which tag to ask for', async ({
  page,
  kempt,
  noise,
  signedInAs,
}) => {
  await signedInAs(owner)
  for (const path of [
    '/',
    '/mine',
    '/findings',
    '/vaults',
    '/owners',
    '/calendar',
    '/callers',
    '/operations',
    '/snapshots',
  ]) {
    await openWhole(page, path)
    await expect(kempt.main, path).toContainText('Nothing names you as its owner')
    await expect(kempt.main, path).toContainText(
      'Kempt looked for Mateo Rossi, mateo.rossi@halden.example and your group Dispatch: ask for one of the tags owner, contact or team to be set',
    )
    await expect(kempt.main, path).not.toContainText(theVault)
    await expect(kempt.main, path).not.toContainText(/All clear|Nothing is late/)
  }
  for (const path of ['/mine', '/calendar']) await expectFitToBeShown(page, path)
  // Not theirs is answered as if it were not there.
  noise.expect(/status of 404/)
  await page.goto(`/vaults/${theVault}`)
  await expect(kempt.heading).not.toHaveText(theVault)
})
