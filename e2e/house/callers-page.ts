import type { Page } from '@playwright/test'
import { openWhole } from './open-whole.ts'

export function callersPage(page: Page) {
  const table = page.getByRole('table', { name: 'Callers', exact: true })
  return {
    open: (query = '') => openWhole(page, `/callers${query}`),
    openOne: (identity: string) => openWhole(page, `/callers/${encodeURIComponent(identity)}`),
    table,
    names: table.getByRole('rowheader').getByRole('link'),
    worst: page.getByRole('region', { name: 'Ten worst at caching' }),
    /** Every caller there is, the busiest first. */
    async exported(): Promise<{ identity: string; name: string; kind: string }[]> {
      return (await page.request.get('/callers/export.json')).json()
    },
  }
}
