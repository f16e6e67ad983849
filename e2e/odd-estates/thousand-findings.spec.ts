// A thousand findings on one vault: its page stays one page, and leads to the list of them all.
import { expect } from '../house.ts'
import { countIn } from '../house/count-in.ts'
import { openWhole } from '../house/open-whole.ts'
import { lead } from '../house/people.ts'
import { storiesIn } from './arranging/stories-in.ts'
import { fullVault, secrets, thousandFindings } from './estates/thousand-findings.ts'
import { expectFitToBeShown } from './fit-to-be-shown.ts'

const test = storiesIn(thousandFindings)
test.beforeEach(({ signedInAs }) => signedInAs(lead))

const rule = 'secret-without-expiry'

test('the page of the vault says how many there are, shows some, and leads to exactly all of them', async ({
  page,
  kempt,
}) => {
  const { atRisk, vaults } = kempt
  await vaults.openOne(fullVault)
  const findings = page.getByRole('region', { name: /^Findings/ })
  await expect(findings).toContainText('1,000')
  expect(
    await page
      .getByRole('main')
      .getByText(/left-here-/)
      .count(),
  ).toBeLessThanOrEqual(100)
  await findings.getByRole('link', { name: /1,000/ }).first().click()
  await expect(page).toHaveURL(new RegExp(`/findings\\?.*${fullVault}`))
  expect(await atRisk.total()).toBe(secrets)
  const names = (await atRisk.json()).map(({ name }) => name)
  expect(new Set(names).size).toBe(secrets)
})

test('in the list of what is at risk they fill pages, and by rule they are one line', async ({ page, kempt }) => {
  await kempt.atRisk.open(`?vault=${fullVault}`)
  await expect(kempt.atRisk.names).toHaveCount(
    countIn(
      await page
        .getByRole('navigation', { name: /^Pages of/ })
        .innerText()
        .then((text) => text.replace(/^.*?[–-]\s*/, '')),
    ),
  )
  await openWhole(page, `/findings?group=rule&rule=${rule}`)
  await expect(page.getByRole('main').getByRole('row').filter({ hasText: 'never expires' })).toHaveCount(1)
})

test('the pages that show them can be shown', async ({ page }) => {
  for (const path of [`/vaults/${fullVault}`, `/findings?vault=${fullVault}`, '/', '/findings?group=rule'])
    await expectFitToBeShown(page, path)
})
