// A snapshot was killed half way: said where snapshots are, with what happens next, and no figure pretends that it was whole.
import { expect } from '../house.ts'
import { lead, reader } from '../house/people.ts'
import { storiesIn } from './arranging/stories-in.ts'
import { interrupted, newVault, vaults } from './estates/interrupted.ts'
import { expectFitToBeShown } from './fit-to-be-shown.ts'

const test = storiesIn(interrupted)
test.describe.configure({ mode: 'serial' })

const dayMs = 86_400_000

test('it is called interrupted, how far it came, and what the next run does', async ({ page, kempt, signedInAs }) => {
  await signedInAs(reader)
  await expectFitToBeShown(page, '/snapshots')
  const card = page.getByRole('region', { name: 'Interrupted snapshot' })
  await expect(card).toContainText(/interrupted after [1-6] of 6 vaults/)
  await expect(card).toContainText('The next run, by hand or by schedule, goes on where it stopped.')
  await expect(kempt.snapshots.runs.getByRole('row').nth(1)).toContainText('Interrupted')
  await expect(kempt.snapshots.runs.getByRole('row').nth(2)).toContainText('Complete')
  await expect(kempt.snapshots.runNow).toBeHidden()
})

test('the head of every page goes on naming the last one that was whole, and says what is newer', async ({
  page,
  kempt,
  signedInAs,
}) => {
  await signedInAs(lead)
  for (const path of ['/', '/findings', '/vaults', '/snapshots', '/calendar', '/owners']) {
    await page.goto(path)
    const agoMs = Date.now() - (await kempt.standing.readAt()).getTime()
    expect(Math.round(agoMs / dayMs), path).toBe(1)
    await expect(kempt.standing.line, path).toContainText('by an unfinished snapshot')
  }
})

test('the next run finishes it, and then the head names that one', async ({ page, kempt, signedInAs }) => {
  await signedInAs(lead)
  await kempt.snapshots.open()
  await kempt.snapshots.runNow.click()
  // Six vaults may be read before a page has asked how far it is.
  await expect(async () => {
    await page.goto('/snapshots')
    await expect(kempt.snapshots.runs.getByRole('row').nth(1)).toContainText(/Complete|Partial/, { timeout: 3_000 })
  }).toPass({ timeout: 120_000 })
  await expect(kempt.snapshots.runs.getByRole('row').filter({ hasText: 'Interrupted' })).toHaveCount(0)
  expect(Date.now() - (await kempt.standing.readAt()).getTime()).toBeLessThan(dayMs / 2)
  await expect(kempt.standing.line).not.toContainText('unfinished snapshot')
  await expect(kempt.standing.line).toContainText(`${vaults.length + 1} of ${vaults.length + 1} vaults read`)
  await kempt.vaults.open()
  await expect(kempt.vaults.row(newVault)).toBeVisible()
})
