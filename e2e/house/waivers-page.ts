import type { Page } from '@playwright/test'
import { countIn } from './count-in.ts'
import { openWhole } from './open-whole.ts'

export function waiversPage(page: Page) {
  const table = page.getByRole('table', { name: 'Waivers' })
  const title = page.getByRole('heading', { level: 2, name: /^[\d,]+ waivers?(,|$)/ })
  const rowsAbout = (reason: string) => table.getByRole('row').filter({ hasText: reason })
  return {
    open: (query = '') => openWhole(page, `/waivers${query}`),
    title,
    total: async () => countIn(await title.innerText()),
    table,
    /** The rows that hold a text, which may be their reason. */
    rowsAbout,
    /** What was just done, as the page says it. */
    said: page.getByRole('main').getByRole('status'),
    async approve(reason: string): Promise<void> {
      const row = rowsAbout(reason)
      await row.locator('summary').filter({ hasText: 'Decide' }).click()
      await row.getByRole('button', { name: 'Approve' }).click()
    },
    async withdraw(reason: string): Promise<void> {
      const row = rowsAbout(reason)
      await row.locator('summary').filter({ hasText: 'Withdraw' }).click()
      await row.getByRole('button', { name: 'Withdraw' }).click()
    },
  }
}
