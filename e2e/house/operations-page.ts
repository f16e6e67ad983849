import type { Page } from '@playwright/test'
import { countIn } from './count-in.ts'
import { openWhole } from './open-whole.ts'

export function operationsPage(page: Page) {
  return {
    open: (query = '') => openWhole(page, `/operations${query}`),
    /** How many entries there are on all pages, as the page says it. */
    total: async () => countIn(await page.getByRole('heading', { level: 2, name: /^[\d,]+ entr(y|ies)$/ }).innerText()),
    kind: (word: string) => page.getByRole('navigation', { name: /kind/i }).getByRole('link', { name: word }),
    async exported(): Promise<Record<string, unknown>[]> {
      const href = await page.getByRole('link', { name: 'JSON', exact: true }).getAttribute('href')
      return (await page.request.get(href ?? '')).json()
    },
  }
}
