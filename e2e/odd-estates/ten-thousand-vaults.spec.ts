// Ten thousand vaults: every page shows a part of them and says of how many, and the files hold them all.
import type { Page } from '@playwright/test'
import { createOrganization } from '../azure/organization/create-organization.ts'
import { expect } from '../house.ts'
import { countIn } from '../house/count-in.ts'
import { openWhole } from '../house/open-whole.ts'
import { lead } from '../house/people.ts'
import { readCsv } from '../house/read-csv.ts'
import { storiesIn } from './arranging/stories-in.ts'
import { size, tenThousandVaults, told } from './estates/ten-thousand-vaults.ts'
import { expectFitToBeShown } from './fit-to-be-shown.ts'

const test = storiesIn(tenThousandVaults)
test.beforeEach(({ signedInAs }) => signedInAs(lead))

/** A page of a list holds a hundred rows at most. */
const mostRows = 100

const vaultsThereAre = () => createOrganization(size).estateAt(new Date()).vaults.length * told

const words = (number: number) => number.toLocaleString('en')

const rowsOn = (page: Page) =>
  page
    .locator('table')
    .evaluateAll((tables) => Math.max(0, ...tables.map((table) => table.querySelectorAll('tbody tr').length)))

test('each page draws a hundred rows at most, and says of how many', async ({ page, kempt }, info) => {
  test.setTimeout(600_000)
  const vaults = vaultsThereAre()
  for (const path of [
    '/',
    '/vaults',
    '/findings',
    '/findings?group=vault',
    '/owners',
    '/snapshots',
    '/calendar?view=list',
    '/changes',
    '/posture',
    '/operations',
    '/callers',
  ]) {
    const startedAt = performance.now()
    await openWhole(page, path)
    info.annotations.push({ type: 'time', description: `${path}: ${Math.round(performance.now() - startedAt)} ms` })
    expect(await rowsOn(page), path).toBeLessThanOrEqual(mostRows)
    await expect(kempt.standing.line, path).toContainText(` of ${words(vaults)} vaults read`)
  }
  await kempt.vaults.open()
  await expect(page.getByRole('heading', { name: `${words(vaults)} vaults` })).toBeVisible()
})

test('the last page of the vaults is as far away as the second', async ({ kempt }) => {
  const vaults = vaultsThereAre()
  await kempt.vaults.open()
  const shown = await kempt.vaults.names.count()
  const last = Math.ceil(vaults / shown)
  await kempt.vaults.open(`?page=${last}`)
  await expect(kempt.vaults.names).toHaveCount(vaults - (last - 1) * shown)
  await kempt.vaults.open(`?page=${last + 1}`)
  await expect(kempt.main).toContainText('This page has no vaults')
})

test('the file of the vaults holds all of them, each once', async ({ page }) => {
  const csv = await page.request.get('/vaults/export.csv')
  const names = readCsv(await csv.text()).map(({ vault }) => vault)
  expect(names.length).toBe(vaultsThereAre())
  expect(new Set(names).size).toBe(names.length)
})

test('the file of what is at risk holds as many rows as the page says', async ({ page, kempt }) => {
  test.setTimeout(600_000)
  await kempt.atRisk.open('?severity=high')
  const csv = await page.request.get('/findings/export.csv?severity=high')
  expect(readCsv(await csv.text()).length).toBe(await kempt.atRisk.total())
})

test('one vault of them is found by its name, in the palette and in the list', async ({ page, kempt }) => {
  await kempt.vaults.open('?page=57')
  const name = await kempt.vaults.names.first().innerText()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill(name)
  await page
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .click()
  await expect(kempt.heading).toHaveText(name)
  await kempt.vaults.open(`?q=${name}`)
  await expect(kempt.vaults.row(name)).toBeVisible()
  expect(countIn(await page.getByRole('heading', { level: 2, name: /vaults?$/ }).innerText())).toBeLessThan(mostRows)
})

test('the largest pages can be shown', async ({ page }) => {
  test.setTimeout(600_000)
  for (const path of ['/', '/vaults', '/findings', '/snapshots']) await expectFitToBeShown(page, path)
})
