import type { Page } from '@playwright/test'
import { openWhole } from './open-whole.ts'

/** The page of a secret, key or certificate: `subject` is `vault/kind/name`. */
export function objectPage(page: Page) {
  const rotation = page.getByRole('region', { name: /^If you rotate this/ })
  return {
    open: (subject: string) => openWhole(page, `/vaults/${subject}`),
    lifeline: page.getByRole('region', { name: 'Lifeline' }),
    rotation,
    /** Whoever has to follow, by the address of their page. */
    followers: rotation.getByRole('row').filter({ has: page.getByRole('link') }),
    follower: (identity: string) =>
      rotation.getByRole('row').filter({ has: page.locator(`a[href^="/callers/${identity}"]`) }),
    readers: page.getByRole('region', { name: 'Readers' }),
    /** The rows of the readers' file. */
    async exported(): Promise<{ caller_id: string; reads: number }[]> {
      const href = await page
        .getByRole('region', { name: 'Readers' })
        .getByRole('link', { name: 'JSON' })
        .getAttribute('href')
      return (await page.request.get(href ?? '')).json()
    },
  }
}
