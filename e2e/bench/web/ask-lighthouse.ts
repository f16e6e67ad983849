// One question to Lighthouse about one page, in a browser of its own. Throttling is simulated: it reckons from what it saw on
// this machine how long the page would have taken on the device and line of the preset.
import { createServer } from 'node:net'
import { chromium } from '@playwright/test'
import { launchOptions } from '../../house/browser.ts'
import { type LighthouseResult, loadLighthouse } from './lighthouse.ts'
import type { Cookie } from './signed-in-as.ts'

export type Preset = 'desktop' | 'mobile'

export const categories = ['performance', 'accessibility', 'best-practices'] as const

/** Rejects when Lighthouse could not look at the page itself. */
export async function askLighthouse(
  url: string,
  preset: Preset,
  session: readonly Cookie[],
): Promise<LighthouseResult> {
  const port = await freePort()
  const args = [...launchOptions.args, `--remote-debugging-port=${port}`]
  const browser = await chromium.launch({ ...launchOptions, args })
  try {
    const cookie = session.map(({ name, value }) => `${name}=${value}`).join('; ')
    const flags = { port, onlyCategories: [...categories], extraHeaders: { cookie }, logLevel: 'error' as const }
    const lighthouse = await loadLighthouse()
    const lhr = await lighthouse.ask(url, flags, preset === 'desktop' ? lighthouse.desktop : undefined)
    if (lhr.runtimeError) throw new Error(`Lighthouse on ${url}: ${lhr.runtimeError.message}`)
    if (lhr.finalDisplayedUrl !== url) throw new Error(`${url} led Lighthouse to ${lhr.finalDisplayedUrl}.`)
    return lhr
  } finally {
    await browser.close()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port')),
      )
    })
  })
}
