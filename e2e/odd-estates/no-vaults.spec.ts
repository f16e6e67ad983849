// A snapshot was taken, and there was no vault: most likely Kempt may not see any, which is not the same as all being well.
import { storiesIn } from './arranging/stories-in.ts'
import { expect } from '../house.ts'
import { lead } from '../house/people.ts'
import { readCsv } from '../house/read-csv.ts'
import { noVaults } from './estates/no-vaults.ts'
import { expectFitToBeShown } from './fit-to-be-shown.ts'
import { pagesWithoutNames } from './pages-without-names.ts'

const test = storiesIn(noVaults)
test.beforeEach(({ signedInAs }) => signedInAs(lead))

test('no page calls it well: each says that no vault was found, and which role finds them', async ({ page, kempt }) => {
  for (const path of ['/', '/findings', '/vaults', '/snapshots', '/posture', '/callers', '/operations']) {
    await page.goto(path)
    await expect(kempt.main, path).toContainText('No vault was found')
    await expect(kempt.main, path).toContainText('needs the Reader role where the vaults are.')
    await expect(kempt.main, path).toContainText('0 of 0 vaults read')
    await expect(kempt.main, path).not.toContainText(/All clear|first snapshot/)
  }
  await page.goto('/owners')
  await expect(kempt.main).toContainText('Nobody is named as an owner')
  await page.goto('/owners/none')
  await expect(kempt.main).toContainText('Nothing is without an owner')
})

test('the files of it are empty, and files all the same', async ({ page }) => {
  for (const list of ['findings', 'vaults', 'owners', 'callers', 'operations', 'calendar']) {
    const csv = await page.request.get(`/${list}/export.csv`)
    expect(csv.status(), list).toBe(200)
    expect(readCsv(await csv.text()), list).toEqual([])
    expect(await (await page.request.get(`/${list}/export.json`)).json(), list).toEqual([])
  }
})

test('every page can be shown', async ({ page }) => {
  // A limit against hanging, not a measure: some thirty pages.
  test.setTimeout(600_000)
  for (const path of pagesWithoutNames) await expectFitToBeShown(page, path)
})
