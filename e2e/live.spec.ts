// A snapshot that somebody asked for shows on every page, moves, and offers its figures at the end; nobody waits for it.
import { expect, test } from './house.ts'
import { openKempt } from './house/kempt.ts'
import { openWhole } from './house/open-whole.ts'
import { lead } from './house/people.ts'

test.use({ viewport: { width: 1440, height: 900 } })
test.afterEach(({ azure }) => azure.heals())

test('whoever asked goes on reading, others see it run, and both are offered the new figures', {
  tag: '@changes',
}, async ({ page, context, kempt, azure, signedInAs }) => {
  await signedInAs(lead)
  await azure.fails({ id: 'slow', match: { host: '*.vault.azure.net' }, act: { kind: 'delay', ms: 1500 } })
  const vaults = azure.estate(new Date()).vaults.length
  await kempt.snapshots.open()
  const before = await kempt.standing.readAt()
  await kempt.snapshots.runNow.click()
  await expect(kempt.snapshots.progress).toBeVisible()

  // Who asked is not held: other pages open by a click, with their figures, and say what goes on.
  await kempt.goTo('Vaults')
  await expect(kempt.vaults.names).toHaveCount(vaults)
  await expect(kempt.running).toContainText(/A snapshot (is running|was asked for)/)

  const other = await context.newPage()
  const theirs = openKempt(other)
  await openWhole(other, '/')
  await expect(theirs.running).toContainText(new RegExp(`\\d+ of ${vaults} vaults`))
  const seen = await theirs.running.innerText()
  await expect(theirs.running).not.toHaveText(seen)
  await expect(theirs.overview.firstSentence).toBeVisible()

  await azure.heals()
  for (const [here, shown] of [
    [kempt, page],
    [theirs, other],
  ] as const) {
    const show = here.running.getByRole('button', { name: 'Show the new figures' })
    await expect(show).toBeVisible({ timeout: 120_000 })
    expect(await here.standing.readAt()).toEqual(before)
    await show.click()
    await expect(here.running).toBeHidden()
    expect((await here.standing.readAt()).getTime(), shown.url()).toBeGreaterThan(before.getTime())
  }
})
