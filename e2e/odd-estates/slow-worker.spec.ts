// A worker has what it took up a moment before its run begins, and a moment after that has ended; on a busy machine a long one.
// Whoever looks then must not hear that nothing runs, and stop looking, nor ask in vain without a word.
import { expect } from '../house.ts'
import { openKempt } from '../house/kempt.ts'
import { lead } from '../house/people.ts'
import { storiesIn } from './arranging/stories-in.ts'
import { slowWorker } from './estates/slow-worker.ts'

const { estate, holdBegin, holdEnd, isTakenUp } = slowWorker()
const test = storiesIn(estate)
test.describe.configure({ mode: 'serial' })

test('a run that is slow to begin is waited for, by who asked and by who reads elsewhere, and its end is seen', async ({
  page,
  context,
  kempt: { snapshots },
  signedInAs,
}) => {
  await signedInAs(lead)
  const held = await holdBegin()
  await snapshots.open()
  await snapshots.runNow.click()
  await expect(snapshots.progress).toContainText('Asked for')
  await expect.poll(isTakenUp).toBe(true)

  for (let asked = 0; asked < 3; asked += 1) {
    const answer = await page.waitForResponse(/\/api\/snapshots\/progress$/)
    expect(await answer.json()).toMatchObject({ state: 'waiting' })
  }
  await expect(snapshots.progress).toContainText('Asked for')
  await expect(snapshots.busy).toBeDisabled()
  const elsewhere = await context.newPage()
  await elsewhere.goto('/rules')
  await expect(openKempt(elsewhere).running).toContainText('A snapshot was asked for')

  await held.letGo()
  await expect(snapshots.latestRun).toContainText('By hand')
  await expect(snapshots.progress).toBeHidden()
  await expect(snapshots.runNow).toBeEnabled()
})

test('a run that has ended is over, and whoever asks before its worker has said so is told', async ({
  page,
  kempt: { snapshots },
  signedInAs,
}) => {
  await signedInAs(lead)
  await snapshots.open()
  const beginning = await holdBegin()
  await snapshots.runNow.click()
  await expect.poll(isTakenUp).toBe(true)
  const ending = await holdEnd()
  await beginning.letGo()
  await expect(snapshots.progress).toBeHidden()
  await expect(snapshots.runNow).toBeEnabled()
  expect(await isTakenUp()).toBe(true)

  await snapshots.runNow.click()
  const told = page.getByText('A snapshot is just ending: ask again in a second.')
  await expect(told).toBeVisible()
  await ending.letGo()
  await expect.poll(isTakenUp).toBe(false)
  await snapshots.takeOne()
  await expect(told).toBeHidden()
  await expect(snapshots.latestRun).toContainText('By hand')
})
