// How much does every kind of page make a browser fetch that comes for the first time? The floor is a page of words: what the
// framework weighs by itself.
import { type BrowserContext, chromium } from '@playwright/test'
import { browser as likeTheStories } from '../../house/browser.ts'
import { everyPage } from '../../house/every-page.ts'
import { openKempt } from '../../house/kempt.ts'
import { leastScriptBytes, mostScriptBytes, type PageWeight, weighPage } from '../../house/weigh-page.ts'
import { aSecretAtRisk } from './a-secret-at-risk.ts'
import type { Sessions } from './signed-in-as.ts'

/** Prints a line for each page. True when none is over the limit. */
export async function measureWeight(origin: string, { lead, withoutRole }: Sessions): Promise<boolean> {
  const { launchOptions, ...options } = likeTheStories
  const browser = await chromium.launch(launchOptions)
  try {
    console.log(`Compressed bytes a page sends to an empty cache (at most ${kilobytes(mostScriptBytes)} KB of scripts)`)
    const stranger = await browser.newContext({ ...options, baseURL: origin })
    await stranger.addCookies(withoutRole)
    print('the floor: a page of words', await weighPage(stranger, `${origin}/no-role`))

    const context = await browser.newContext({ ...options, baseURL: origin })
    await context.addCookies(lead)
    const pages = await everyPageOf(context)
    const tooHeavy: string[] = []
    for (const [name, path] of Object.entries(pages)) {
      const weight = await weighPage(context, origin + path)
      print(name, weight)
      if (weight.scripts < leastScriptBytes) throw new Error(`${path} sent hardly a script: that cache was not empty.`)
      if (weight.scripts > mostScriptBytes) tooHeavy.push(name)
    }
    console.log(tooHeavy.length ? `  too heavy: ${tooHeavy.join(', ')}` : '  none is over the limit')
    return tooHeavy.length === 0
  } finally {
    await browser.close()
  }
}

/** The kinds of page, with a vault, an object and a caller that the demo has. */
async function everyPageOf(context: BrowserContext): Promise<Record<string, string>> {
  const atRisk = await aSecretAtRisk(context)
  const page = await context.newPage()
  const [{ identity: caller } = { identity: '' }] = await openKempt(page).callers.exported()
  await page.close()
  return everyPage({ ...atRisk, caller })
}

function print(name: string, { scripts, document }: PageWeight) {
  console.log(`  ${name.padEnd(36)} scripts ${kilobytes(scripts)} KB   document ${kilobytes(document)} KB`)
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(5)
