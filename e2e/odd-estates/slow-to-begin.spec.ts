// Between the worker that takes up a request and the run that begins lies a moment, a long one on a busy machine: whoever looks
// then must not hear that nothing runs, and stop looking.
import { expect } from '../house.ts'
import { openKempt } from '../house/kempt.ts'
import { lead } from '../house/people.ts'
import { storiesIn } from './arranging/stories-in.ts'
import { slowToBegin } from './estates/slow-to-begin.ts'

const { estate, holdBack } = slowToBegin()
const test = storiesIn(estate)

test('a run that is slow to begin is waited for, by who asked and by who reads elsewhere, and its end is seen', async ({
  page,
  context,
  kempt,
  signedInAs,
}) => {
  const { snapshots } = kempt
  await signedInAs(lead)
  const held = await holdBack()
  await snapshots.open()
  await snapshots.runNow.click()
  await expect(snapshots.progress).toContainText('Asked for')
  await expect.poll(held.isTakenUp).toBe(true)

  for (let asked = 0; asked < 3; asked += 1) {
    const answer = await page.waitForResponse(/\/api\/snapshots\/progress$/)
    expect(await answer.json()).toMatchObject({ state: 'waiting' })
  }
  await expect(snapshots.progress).toContainText('Asked for')
  await expect(snapshots.busy).toBeDisabled()
  const elsewhere = await context.newPage()
  await elsewhere.goto('/rules')
  await expect(openKempt(elsewhere).running).toContainText('A snapshot was asked for')

  await held.letBegin()
  await expect(snapshots.latestRun).toContainText('By hand')
  await expect(snapshots.progress).toBeHidden()
  await expect(snapshots.runNow).toBeEnabled()
})
