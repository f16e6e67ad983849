// How long does the server take for a page? Measured on a running demo, signed in as a lead, one request at a time.
import { chromium } from '@playwright/test'
import { existsSync } from 'node:fs'
import { quantile } from './quantile.ts'

const pages = ['/', '/findings', '/findings?severity=high&sort=expires', '/vaults', '/snapshots', '/api/health']
const requests = 60

/** Prints p50 and p95 of the time until the whole answer has arrived, after a few requests to warm up. */
export async function measurePages(origin: string): Promise<void> {
  const system = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync)
  const browser = await chromium.launch({
    ...(existsSync(chromium.executablePath()) || !system ? {} : { executablePath: system }),
    chromiumSandbox: process.getuid?.() !== 0,
  })
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(origin)
  await page.getByRole('button', { name: /Lead/ }).first().click()
  await page.waitForURL(`${origin}/`)
  console.log(
    `Server time of pages, ${requests} requests each, one at a time (aim: p95 of / and /findings under 100 ms)`,
  )
  for (const path of pages) {
    const times: number[] = []
    for (let turn = -5; turn < requests; turn++) {
      const start = performance.now()
      const response = await context.request.get(`${origin}${path}`)
      await response.body()
      if (!response.ok()) throw new Error(`${path} answered ${response.status()}`)
      if (turn >= 0) times.push(performance.now() - start)
    }
    const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)]
    console.log(`  ${path.padEnd(40)} p50 ${p50.toFixed(0).padStart(4)} ms   p95 ${p95.toFixed(0).padStart(4)} ms`)
  }
  await browser.close()
}
