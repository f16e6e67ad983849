// npm run screens: pictures of every page of a running demo, for the README and to look at. Those of a wide window go to
// docs/screens, those of a phone to .data/screens.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { browser } from './house/browser.ts'
import { choosePerson, lead, owner } from './house/people.ts'

const demo = process.env.KEMPT_URL ?? 'http://127.0.0.1:3000'
const root = fileURLToPath(new URL('..', import.meta.url))

/** Pages by the name of their picture; a function finds its page's address on another page. */
const pages: Record<string, string | ((page: Page) => Promise<string>)> = {
  overview: '/',
  'at-risk': '/findings',
  vaults: '/vaults',
  vault: (page) => firstRowOf(page, '/vaults'),
  object: busiestSecret,
  owners: '/owners',
  owner: (page) => firstRowOf(page, '/owners'),
  calendar: '/calendar',
  callers: '/callers',
  caller: (page) => firstRowOf(page, '/callers'),
  operations: '/operations',
  rules: '/rules',
  rule: '/rules/secret-overdue-for-rotation',
  changes: '/changes',
  posture: '/posture',
  snapshots: '/snapshots',
  waivers: '/waivers',
  policy: '/policy',
  audit: '/audit',
  search: '/search?q=api',
}

/** What an owner has that nobody else has. */
const ownersPages: typeof pages = { mine: '/mine' }

const windows = [
  { size: { width: 1440, height: 900 }, folder: 'docs/screens', suffix: '' },
  { size: { width: 390, height: 844 }, folder: '.data/screens', suffix: '-phone' },
]

/** The secret that the worst at caching asks for most. */
async function busiestSecret(page: Page): Promise<string> {
  await page.goto('/findings?rule=caller-not-caching')
  const row = await page.getByRole('rowheader').getByRole('link').first().getAttribute('href')
  await page.goto(row ?? '/findings')
  return (await page.getByRole('dialog').getByRole('link', { name: 'its page' }).getAttribute('href')) ?? '/findings'
}

/** Where the first name in the table of a page leads. */
async function firstRowOf(page: Page, path: string): Promise<string> {
  await page.goto(path)
  return (await page.getByRole('rowheader').getByRole('link').first().getAttribute('href')) ?? path
}

async function picture(chrome: Browser, colorScheme: 'light' | 'dark') {
  for (const { size, folder, suffix } of windows) {
    mkdirSync(join(root, folder), { recursive: true })
    for (const [person, theirs] of [
      [lead, pages],
      [owner, ownersPages],
    ] as const) {
      const context = await chrome.newContext({ baseURL: demo, colorScheme, viewport: size, locale: browser.locale })
      const page = await context.newPage()
      await page.goto('/sign-in')
      await choosePerson(page, person)
      for (const [name, where] of Object.entries(theirs)) {
        await page.goto(typeof where === 'string' ? where : await where(page))
        await page.waitForLoadState('networkidle')
        const file = join(folder, `${name}-${colorScheme}${suffix}.png`)
        await page.screenshot({ path: join(root, file) })
        console.log(file)
      }
      await context.close()
    }
  }
}

const chrome = await chromium.launch(browser.launchOptions)
for (const scheme of ['light', 'dark'] as const) await picture(chrome, scheme)
await chrome.close()
