// Kempt was just installed: nothing is nought, everything is unknown, and whoever may do something is told what.
import { storiesIn } from './arranging/stories-in.ts'
import { expect } from '../house.ts'
import { lead, owner, reader } from '../house/people.ts'
import { nothingReadYet } from './estates/nothing-read-yet.ts'
import { expectFitToBeShown } from './fit-to-be-shown.ts'
import { pagesWithoutNames } from './pages-without-names.ts'

const test = storiesIn(nothingReadYet)

/** The pages that are about the estate, each of which has nothing to say of it yet. */
const aboutTheEstate = [
  '/',
  '/findings',
  '/vaults',
  '/owners',
  '/mine',
  '/calendar',
  '/callers',
  '/operations',
  '/posture',
  '/rules/secret-overdue-for-rotation',
]

test('a lead is told on every page what to do first, and led there', async ({ page, kempt, signedInAs }) => {
  await signedInAs(lead)
  for (const path of [...aboutTheEstate, '/owners/none']) {
    await page.goto(path)
    await expect(kempt.main, path).toContainText('Kempt has not looked yet')
    await expect(kempt.main, path).toContainText('No snapshot has been taken yet.')
    await expect(kempt.main, path).not.toContainText(/All clear|\b0 of 0\b/)
    await expect(kempt.main.getByRole('link', { name: 'Take the first snapshot' }), path).toBeVisible()
  }
  await kempt.main.getByRole('link', { name: 'Take the first snapshot' }).click()
  await expect(page).toHaveURL('/snapshots')
  await expect(kempt.snapshots.runNow).toBeEnabled()
  await expect(kempt.main).toContainText('You start it with “Run now” under Snapshots.')
})

for (const [role, person] of [
  ['a reader', reader],
  ['an owner', owner],
] as const) {
  test(`${role} is told who starts the first snapshot`, async ({ page, kempt, signedInAs }) => {
    await signedInAs(person)
    for (const path of [...aboutTheEstate, '/snapshots']) {
      await page.goto(path)
      await expect(kempt.main, path).toContainText('Somebody with the role Kempt.Lead starts it.')
      // Nobody knows yet.
      await expect(kempt.main, path).not.toContainText('Nothing names you')
    }
  })
}

test('every page can be shown', async ({ page, signedInAs }) => {
  // A limit against hanging, not a measure: some thirty pages.
  test.setTimeout(600_000)
  await signedInAs(lead)
  for (const path of pagesWithoutNames) await expectFitToBeShown(page, path)
})
