// Names as long as they can be, and tags as people write them: shown as they are, apart from what stands beside them, and found.
import type { Page } from '@playwright/test'
import { expect } from '../house.ts'
import { openWhole } from '../house/open-whole.ts'
import { lead } from '../house/people.ts'
import { storiesIn } from './arranging/stories-in.ts'
import { kept, longAndStrange, longName, longOwner, longVault, owners } from './estates/long-and-strange.ts'
import { expectFitToBeShown } from './fit-to-be-shown.ts'

const test = storiesIn(longAndStrange)
test.beforeEach(({ signedInAs }) => signedInAs(lead))

/** Of the elements whose whole text this is: those in which its direction does not spill over to the rest of the sentence. */
const isolated = (page: Page, text: string) =>
  page
    .getByRole('main')
    .locator(
      `xpath=.//*[normalize-space(.)=${quoted(text)}][self::bdi or @dir='auto' or ancestor::*[@dir='auto' or self::bdi]]`,
    )

const quoted = (text: string) =>
  `concat(${text
    .split(/(")/)
    .map((part) => (part === '"' ? `'"'` : `"${part}"`))
    .join(', ')}, '')`

test('every page with such names can be shown', async ({ page }) => {
  test.setTimeout(600_000)
  const paths = [
    '/',
    `/vaults/${longVault}`,
    `/vaults/${longVault}/secret/${longName}`,
    '/findings',
    '/owners',
    `/owners/${encodeURIComponent(kept(longOwner))}`,
    `/search?q=${longName}`,
  ]
  for (const path of paths) await expectFitToBeShown(page, path)
})

test('an owner is shown as the tag has it, and what it is written in stays its own affair', async ({ page, kempt }) => {
  for (const [name, owner] of Object.entries(owners)) {
    await openWhole(page, `/vaults/${longVault}/secret/${name}`)
    await expect(kempt.main, name).toContainText(owner)
    await expect(isolated(page, kept(owner)).first(), name).toBeVisible()
    await openWhole(page, '/owners')
    await kempt.main
      .getByRole('link', { name: kept(owner), exact: true })
      .first()
      .click()
    await expect(kempt.heading).toHaveText(kept(owner))
    await expect(kempt.main).toContainText(name)
  }
})

test('a name of 127 characters is whole on its own page, and in reach wherever it is cut', async ({ page, kempt }) => {
  await openWhole(page, `/vaults/${longVault}/secret/${longName}`)
  await expect(kempt.heading).toHaveText(longName)
  await kempt.atRisk.open(`?q=${longName}`)
  await expect(kempt.atRisk.rowLink(longName).first()).toBeVisible()
})

test('files hold every name as it is, and none that a spreadsheet would run', async ({ kempt }) => {
  await kempt.atRisk.open()
  const asIs = await kempt.atRisk.json()
  const csv = await kempt.atRisk.csv()
  expect(asIs.map(({ name }) => name)).toEqual(expect.arrayContaining([longName, ...Object.keys(owners)]))
  for (const [name, owner] of Object.entries(owners)) {
    expect(asIs.find((row) => row.name === name)?.owner, name).toBe(kept(owner))
    const cell = csv.find((row) => row.name === name)?.owner
    expect(cell, name).toBe(owner.startsWith('=') ? `'${kept(owner)}` : kept(owner))
  }
})

test('each of them is found: in the palette, in the list, by its owner', async ({ page, kempt }) => {
  await openWhole(page, '/vaults')
  for (const text of [longName, kept(longOwner), ...Object.values(owners).map(kept)]) {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill(text)
    await expect(page.getByRole('dialog').getByRole('option').filter({ hasText: text }).first()).toBeVisible()
    await page.keyboard.press('Escape')
  }
  for (const [name, owner] of Object.entries(owners)) {
    await kempt.atRisk.open(`?owner=${encodeURIComponent(kept(owner))}&q=${name}`)
    await expect(kempt.atRisk.row(name)).toBeVisible()
  }
})
