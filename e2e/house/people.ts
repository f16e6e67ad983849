// The people the stand-in Entra offers, and how one of them gets in.
import type { BrowserContext, Page } from '@playwright/test'
import { origin } from './target.ts'

export const lead = 'Ana Silva'
export const reader = 'Ingrid Solberg'
/** Owns what names Dispatch, or him. */
export const owner = 'Mateo Rossi'
/** Owns what names Payments, or her; asks for nothing that is not hers, so that her part of the audit log names nothing else. */
export const modestOwner = 'Priya Nair'
export const withoutRole = 'Daniel Novak'

export type PersonName = typeof lead | typeof reader | typeof owner | typeof modestOwner | typeof withoutRole

/** As it is called where the app is not served over https. */
export const sessionCookie = 'kempt'

/** On Entra's page: picks the person, and is led back to where sign-in was asked for. */
export async function choosePerson(page: Page, name: PersonName): Promise<void> {
  const button = page.getByRole('button', { name })
  await button.waitFor()
  const entra = new URL(page.url()).origin
  await button.click()
  await page.waitForURL((url) => url.origin !== entra)
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

/** Signs in once a person and worker; afterwards the cookie is enough, as a session lives in it alone. */
export function keepSignedIn() {
  const sessions = new Map<PersonName, Cookies>()
  return async (context: BrowserContext, name: PersonName): Promise<void> => {
    await context.clearCookies()
    const kept = sessions.get(name)
    if (kept) return context.addCookies(kept)
    // A page of its own: what is open in the others stays open.
    const page = await context.newPage()
    await page.goto('/sign-in')
    await choosePerson(page, name)
    await page.close()
    sessions.set(name, await context.cookies(origin))
  }
}
