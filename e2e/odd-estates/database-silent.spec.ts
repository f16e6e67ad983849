// The way to the database forgets its connections, as a firewall or a failover does: all of them look open, and nothing arrives.
// Nobody waits for the quarter of an hour in which the system would find out.
import { expect } from '../house.ts'
import { lead } from '../house/people.ts'
import { storiesIn } from './arranging/stories-in.ts'
import { databaseSilent, theVault } from './estates/database-silent.ts'

const { estate, line } = databaseSilent()
const test = storiesIn(estate)

test('whoever asks is told so within seconds, and what is reached again is back by itself', async ({
  page,
  context,
  kempt,
  noise,
  signedInAs,
}) => {
  noise.expect(/answered 503$|status of 503/)
  // A limit against hanging: what leads nowhere is given up after a minute.
  test.setTimeout(300_000)
  await signedInAs(lead)
  await page.goto('/vaults')
  await expect(kempt.vaults.row(theVault)).toBeVisible()

  line().swallow()
  expect((await page.goto('/vaults'))?.status()).toBe(503)
  await expect(page.getByRole('heading', { name: 'The database does not answer' })).toBeVisible()
  for (const path of ['/findings/export.csv', '/api/snapshots/progress', '/api/health'])
    expect((await context.request.get(path)).status(), path).toBe(503)
  // More than there are connections: each of them is lost with the question that was sent on it.
  const asked = await Promise.all(Array.from({ length: 15 }, () => context.request.get('/api/snapshots/progress')))
  expect(asked.map((answer) => answer.status())).toEqual(asked.map(() => 503))

  line().recover()
  // The page asks again by itself; connections that lead nowhere are given up after a minute.
  await expect(kempt.vaults.row(theVault)).toBeVisible({ timeout: 150_000 })
  expect((await context.request.get('/api/health')).status()).toBe(200)
  await kempt.snapshots.takeOne()
  await expect(kempt.snapshots.latestRun).toContainText('Complete')
})
