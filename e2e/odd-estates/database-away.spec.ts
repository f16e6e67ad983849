// The database crashes and comes back while the app runs: meanwhile every page says so and asks again, and afterwards everything
// works as before, without anybody starting anything.
import { expect } from '../house.ts'
import { lead } from '../house/people.ts'
import { storiesIn } from './arranging/stories-in.ts'
import { databaseAway, theVault } from './estates/database-away.ts'
import { expectFitToBeShown } from './fit-to-be-shown.ts'

const { estate, server } = databaseAway()
const test = storiesIn(estate)
test.describe.configure({ mode: 'serial' })

const pages = ['/', '/findings', '/vaults', `/vaults/${theVault}`, '/snapshots', '/audit', '/rules', '/calendar']
const files = ['/findings/export.csv', '/snapshots/runs/export.json', '/api/search?q=smtp', '/api/snapshots/progress']

const whatItIs = 'The database does not answer'

test('while it is away every page says so, and a program gets one sentence', async ({
  page,
  context,
  noise,
  signedInAs,
}) => {
  noise.expect(/answered 503$|status of 503/)
  await signedInAs(lead)
  await page.goto('/')
  await server().stop('immediate')
  for (const path of pages) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(503)
    expect(answer?.headers()['retry-after'], path).toBe('10')
    await expect(page.getByRole('heading', { name: whatItIs }), path).toBeVisible()
  }
  for (const path of files) {
    const answer = await context.request.get(path)
    expect(answer.status(), path).toBe(503)
    expect(await answer.json(), path).toEqual({ error: 'The database of Kempt does not answer.' })
  }
  expect((await context.request.get('/api/health')).status()).toBe(503)
  await expectFitToBeShown(page, '/findings')
})

test('a page that was open leads there, and is back by itself once the database is', async ({
  page,
  noise,
  signedInAs,
}) => {
  noise.expect(/answered 503$|status of 503/)
  await server().start()
  await signedInAs(lead)
  await page.goto('/')
  await server().stop('fast')
  await page.getByRole('link', { name: 'At risk' }).first().click()
  await expect(page.getByRole('heading', { name: whatItIs })).toBeVisible()
  await expect(page).toHaveURL('/findings')
  await server().start()
  await expect(page.getByRole('heading', { name: 'At risk', exact: true })).toBeVisible()
})

test('afterwards pages, files and the snapshot by hand work as before', async ({
  page,
  context,
  kempt,
  signedInAs,
}) => {
  await signedInAs(lead)
  for (const path of pages) expect((await page.goto(path))?.status(), path).toBe(200)
  for (const path of files) expect((await context.request.get(path)).status(), path).toBe(200)
  await kempt.snapshots.takeOne()
  await expect(kempt.snapshots.latestRun).toContainText('Complete')
})
