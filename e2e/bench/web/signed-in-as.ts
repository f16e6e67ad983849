import { type BrowserContext, chromium } from '@playwright/test'
import { launchOptions } from '../../house/browser.ts'
import { choosePerson, lead, type PersonName, withoutRole } from '../../house/people.ts'

export type Cookie = Awaited<ReturnType<BrowserContext['cookies']>>[number]

export type Sessions = { lead: Cookie[]; withoutRole: Cookie[] }

/** Signs a lead in, and somebody who may see nothing, through the Entra of the demo. */
export async function signedInAs(origin: string): Promise<Sessions> {
  const browser = await chromium.launch(launchOptions)
  try {
    const sessionOf = async (name: PersonName) => {
      const context = await browser.newContext({ baseURL: origin })
      const page = await context.newPage()
      await page.goto('/sign-in')
      await choosePerson(page, name)
      const cookies = await context.cookies(origin)
      await context.close()
      return cookies
    }
    return { lead: await sessionOf(lead), withoutRole: await sessionOf(withoutRole) }
  } finally {
    await browser.close()
  }
}
