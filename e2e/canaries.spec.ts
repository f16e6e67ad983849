// Nothing here can read a secret: every value in the stand-in is a canary that is handed out to whoever asks, and whoever asks
// is on record.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './house.ts'
import { crawl } from './house/crawl.ts'
import { everyRoute, leadsTo } from './house/every-route.ts'
import { lead } from './house/people.ts'
import { azureSecrets, demoFile, origin } from './house/target.ts'

/** A token of Entra or of Azure, wherever it stands. */
const token = /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}/

test('no page, file or script that a lead can reach holds a value, and no link leads nowhere', async ({
  page,
  azure,
  signedInAs,
}) => {
  // Hundreds of pages and files: a limit against hanging, not a measure.
  test.setTimeout(1_200_000)
  await signedInAs(lead)
  const [holding, broken, visited]: string[][] = [[], [], []]
  // One caller stands for the others on the way, and may never have been refused or slowed down.
  const callers: Record<string, string | number>[] = await (await page.request.get('/callers/export.json')).json()
  const filesOf = (part: string, most: string) => {
    const [{ identity } = { identity: '' }] = callers.toSorted((a, b) => Number(b[most]) - Number(a[most]))
    return ['csv', 'json'].map((ending) => `/callers/${encodeURIComponent(`${identity}`)}/${part}/export.${ending}`)
  }
  for await (const { path, foundOn, status, text } of crawl(page.request, origin, [
    '/',
    '/api/snapshots/progress',
    '/api/health',
    '/api/search?q=kv',
    '/search?q=kv',
    '/mine',
    '/no-role',
    '/sign-in/signed-out',
    // A draft of a policy has a preview, and that has files.
    '/policy?nearExpiryDays=90',
    ...filesOf('refused', 'denied_30_days'),
    ...filesOf('throttled', 'throttled_30_days'),
    ...filesOf('operations', 'vaults_30_days'),
  ])) {
    visited?.push(path)
    if (text.includes('CANARY') || token.test(text)) holding?.push(path)
    if (status !== 200) broken?.push(`${status} ${path}, found on ${foundOn}`)
  }
  expect(visited?.length).toBeGreaterThan(100)
  // Signing in and out are stories of their own, and so is a feed.
  const ownStories = /^\/(sign-(in|out)(?!\/signed-out)|calendar\/feed)/
  const left = everyRoute.filter((route) => !ownStories.test(route) && !visited?.some((path) => leadsTo(route, path)))
  expect(left, 'what nobody looked at').toEqual([])
  expect(holding).toEqual([])
  expect.soft(broken).toEqual([])

  const requests = await azure.requests()
  expect(Object.values(requests).reduce((sum, number) => sum + number, 0)).toBeGreaterThan(0)
  expect(await azure.violations()).toEqual([])
})

test('a calendar feed holds no value, opens without a session, and leads nowhere once it is revoked', {
  tag: '@changes',
}, async ({ page, request, signedInAs }) => {
  await signedInAs(lead)
  await page.goto('/calendar')
  await page.getByRole('button', { name: 'Make a feed of everything' }).click()
  const link = (await page.locator('pre', { hasText: '/calendar/feed/' }).innerText()).trim()
  const feed = await request.get(link)
  expect(feed.headers()['content-type']).toContain('text/calendar')
  const text = await feed.text()
  expect(text).toContain('BEGIN:VEVENT')
  expect(text).not.toContain('CANARY')
  const etag = feed.headers().etag ?? ''
  expect((await request.get(link, { headers: { 'if-none-match': etag } })).status()).toBe(304)

  // The newest is the first.
  await page.goto('/calendar')
  await page.getByText('Revoke', { exact: true }).and(page.locator('summary')).first().click()
  await page
    .getByRole('button', { name: `Revoke the feed of ${lead}` })
    .first()
    .click()
  await expect(page.getByRole('main').getByText(/^The feed was revoked/)).toBeVisible()
  expect((await request.get(link)).status()).toBe(404)
})

test('no log and no file of the database holds a value or a token, and no log a secret of ours', () => {
  const folder = demoFile('.')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  expect(files.some((file) => file.endsWith('app.log'))).toBe(true)
  expect(files.length).toBeGreaterThan(500)
  const secrets = azureSecrets()
  expect(secrets.length).toBeGreaterThan(2)
  const holding = files.filter((file) => {
    const bytes = readIfThere(file)
    const isLog = file.endsWith('.log')
    return bytes.includes('CANARY') || holdsToken(bytes) || (isLog && secrets.some((secret) => bytes.includes(secret)))
  })
  expect(holding).toEqual([])
})

/** Files of a database are large and mostly something else: only where a token could begin is it looked for. */
const holdsToken = (bytes: Buffer) => bytes.includes('eyJ') && token.test(bytes.toString('latin1'))

/** The database makes and removes files while we look; one that is gone holds nothing. */
function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}
