// How much does a page make a browser fetch that has kept nothing?
import type { Page, Request } from '@playwright/test'
import { openWhole } from './open-whole.ts'

/** Bytes as they crossed the wire: compressed, without headers. */
export type PageWeight = { scripts: number; document: number }

/** Returns how to weigh, one after the other, what the addresses opened in `page` send. From here on it keeps nothing. */
export async function openScales(page: Page): Promise<(path: string) => Promise<PageWeight>> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Network.setCacheDisabled', { cacheDisabled: true })
  return async (path) => {
    const finished: Request[] = []
    const note = (request: Request) => finished.push(request)
    page.on('requestfinished', note)
    await openWhole(page, path)
    // What scripts fetch once they run is sent too.
    await page.waitForLoadState('networkidle')
    page.off('requestfinished', note)
    const bytesOf = async (type: string) => {
      const wanted = finished.filter((request) => request.resourceType() === type)
      const sizes = await Promise.all(wanted.map((request) => request.sizes()))
      return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
    }
    return { scripts: await bytesOf('script'), document: await bytesOf('document') }
  }
}

/** Of compressed scripts, the most that a page may send. */
export const mostScriptBytes = 150_000
