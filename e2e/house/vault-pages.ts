import type { Page } from '@playwright/test'
import { openWhole } from './open-whole.ts'

export function vaultPages(page: Page) {
  const table = page.getByRole('table', { name: 'Vaults' })
  return {
    open: (query = '') => openWhole(page, `/vaults${query}`),
    openOne: (name: string) => openWhole(page, `/vaults/${name}`),
    table,
    names: table.getByRole('rowheader').getByRole('link'),
    row: (name: string) => table.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) }),
    /** On the page of one vault: what was deleted from it and can still be recovered. */
    deletedObject: (name: string) =>
      page
        .getByRole('table', { name: /^Deleted objects of/ })
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name }) }),
    async exported(): Promise<{ vault: string }[]> {
      const href = await page.getByRole('link', { name: 'JSON', exact: true }).getAttribute('href')
      return (await page.request.get(href ?? '')).json()
    },
  }
}
