import type { APIResponse, Page } from '@playwright/test'
import { countIn } from './count-in.ts'
import { readCsv } from './read-csv.ts'
import { openWhole } from './open-whole.ts'

/** A row of an export; the keys are the columns of the file. */
export type ExportedRow = Record<string, unknown>

export function atRiskPage(page: Page) {
  const table = page.getByRole('table', { name: 'Objects and vaults with what was found about them' })
  const names = table.getByRole('rowheader')
  const next = page.getByRole('navigation', { name: /^Pages of/ }).getByRole('link', { name: 'Next' })
  const title = page.getByRole('heading', { level: 2, name: /at risk|waived|not judged|objects and vaults/ })

  /** The keys of the rows in sight, which are what a row's address ends in. */
  const keysInSight = () =>
    names
      .getByRole('link', { name: /^(Secret|Key|Certificate|Vault) / })
      .evaluateAll((links) =>
        links.map((link) => new URL(link.getAttribute('href') ?? '', location.href).searchParams.get('row') ?? ''),
      )

  return {
    open: (query = '') => openWhole(page, `/findings${query}`),
    title,
    /** How many rows there are on all pages, as the page says it. */
    total: async () => countIn(await title.innerText()),
    table,
    names,
    /** The row of an object or a vault. */
    row: (name: string) =>
      table.getByRole('row').filter({ has: page.getByRole('link', { name: new RegExp(`^\\w+ ${name}$`) }) }),
    rowLink: (name: string) => table.getByRole('link', { name: new RegExp(`^\\w+ ${name}$`) }),
    column: (name: string) => table.getByRole('columnheader', { name }),
    nothing: page.getByText('No row is like that'),
    drawer: page.getByRole('dialog'),
    next,
    keysInSight,
    /** The keys of the rows of all pages, in their order. */
    async keysOnAllPages(): Promise<string[]> {
      const keys = await keysInSight()
      while (await next.isVisible()) {
        await openWhole(page, (await next.getAttribute('href')) ?? '')
        keys.push(...(await keysInSight()))
      }
      return keys
    },
    search: page.getByRole('searchbox', { name: 'Object or vault' }),
    apply: page.getByRole('search').getByRole('button', { name: 'Apply' }),
    /** The link that says how many rows are waived. */
    waived: page.getByRole('navigation', { name: 'Rows by severity' }).getByRole('link', { name: /waived$/ }),
    /** What was just done, as the page says it. */
    said: page.getByRole('main').getByRole('status'),
    /** Fills in the first waiver form of the open row, or that of the whole view, and sends it. */
    async waive({ reason, of }: { reason: string; of: 'row' | 'view' }): Promise<void> {
      const summary = page.locator('summary').filter({ hasText: of === 'row' ? /^(Waive|Ask for a waiver)$/ : / all / })
      const form = page.locator('details').filter({ has: summary }).first()
      await form.locator('summary').click()
      await form.getByLabel('Reason').fill(reason)
      await form.getByRole('button').click()
    },
    bySeverity: (word: string) =>
      page.getByRole('navigation', { name: 'Rows by severity' }).getByRole('link', { name: word }),
    csv: async () => readCsv(await linked(page, 'Export CSV')),
    json: async (): Promise<ExportedRow[]> => JSON.parse(await linked(page, 'JSON')),
  }
}

/** What a link of this page leads to, asked for as whoever is signed in. */
async function linked(page: Page, name: string): Promise<string> {
  const href = await page.getByRole('link', { name, exact: true }).getAttribute('href')
  return textOf(await page.request.get(href ?? ''))
}

async function textOf(answer: APIResponse): Promise<string> {
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}.`)
  return answer.text()
}
