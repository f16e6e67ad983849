import { type BrowserContext, chromium } from '@playwright/test'
import { launchOptions } from '../house/browser.ts'

/** Lets `work` ask a running demo for pages as a lead who has signed in. */
export async function signedIn(origin: string, work: (context: BrowserContext) => Promise<void>): Promise<void> {
  const browser = await chromium.launch(launchOptions)
  try {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${origin}/sign-in`)
    await page.getByRole('button', { name: /Lead/ }).first().click()
    await page.waitForURL(`${origin}/`)
    await page.close()
    await work(context)
  } finally {
    await browser.close()
  }
}

/** Milliseconds until the whole answer has arrived. Rejects unless it is a good one. */
export async function timeOf(context: BrowserContext, url: string): Promise<number> {
  const start = performance.now()
  const response = await context.request.get(url)
  await response.body()
  if (!response.ok()) throw new Error(`${url} answered ${response.status()}`)
  return performance.now() - start
}
