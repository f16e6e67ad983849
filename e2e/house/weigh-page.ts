// How much does a page send to a browser that comes for the first time?
import type { BrowserContext, Request } from '@playwright/test'
import { openWhole } from './open-whole.ts'

/** Bytes as they crossed the wire: compressed, without headers. */
export type PageWeight = { scripts: number; document: number }

/** Of compressed scripts, the most that a page may send. */
export const mostScriptBytes = 150_000

/** What the framework sends with any page, and more: who receives less had it already, and was not weighed. */
export const leastScriptBytes = 100_000

/** Opens `url`, for whoever is signed in to `context`, beside it and with nothing kept. */
export async function weighPage(context: BrowserContext, url: string): Promise<PageWeight> {
  const browser = context.browser()
  if (!browser) throw new Error('A page is weighed in a browser that can open a context beside this one.')
  const fresh = await browser.newContext({ storageState: await context.storageState() })
  try {
    const page = await fresh.newPage()
    const finished: Request[] = []
    page.on('requestfinished', (request) => finished.push(request))
    await openWhole(page, url)
    // What scripts fetch once they run is sent too.
    await page.waitForLoadState('networkidle')
    const bytesOf = async (type: string) => {
      const wanted = finished.filter((request) => request.resourceType() === type)
      const sizes = await Promise.all(wanted.map((request) => request.sizes()))
      return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
    }
    return { scripts: await bytesOf('script'), document: await bytesOf('document') }
  } finally {
    await fresh.close()
  }
}
