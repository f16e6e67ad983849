import type { Page } from '@playwright/test'
import { countIn } from './count-in.ts'
import { readCsv } from './read-csv.ts'
import { openWhole } from './open-whole.ts'

/** How the page calls what it counts, by what a file calls it. */
const words: Record<string, string> = {
  'Newly failing': 'failing',
  Fixed: 'fixed',
  New: 'new',
  Gone: 'gone',
  Recovered: 'recovered',
  Rotated: 'rotated',
  'Expiry extended': 'extended',
  Edited: 'edited',
}

export function changesPage(page: Page) {
  const table = page.getByRole('table', { name: 'What changed between the two snapshots' })
  const next = page.getByRole('navigation', { name: 'Pages of changes' }).getByRole('link', { name: 'Next' })
  const kinds = page.getByRole('navigation', { name: 'Rows by kind of change' }).getByRole('link')
  const linked = async (name: string) => {
    const href = await page.getByRole('link', { name, exact: true }).getAttribute('href')
    const answer = await page.request.get(href ?? '')
    if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}.`)
    return answer.text()
  }
  const inSight = () =>
    table.getByRole('row').evaluateAll((rows) =>
      rows.flatMap((row) => {
        const subject = row.querySelector('th[scope=row] a')?.textContent
        const change = row.querySelector('td[data-label=Change]')?.textContent
        return subject && change ? [{ subject, change }] : []
      }),
    )
  return {
    open: (query = '') => openWhole(page, `/changes${query}`),
    wayBack: (words: string) =>
      page.getByRole('navigation', { name: 'How far back' }).getByRole('link', { name: words, exact: true }),
    /** The way to the rows of one kind, with their number. */
    kind: (word: string) => kinds.filter({ hasText: new RegExp(`^${word}\\s*[\\d,]+$`) }),
    async counts(): Promise<{ word: string; rows: number }[]> {
      const texts = await kinds.evaluateAll((links) => links.map((link) => link.textContent ?? ''))
      return texts.map((text) => ({ word: text.replace(/\s*[\d,]+$/, ''), rows: countIn(text) }))
    },
    total: async () => countIn(await page.getByRole('heading', { level: 2, name: /^[\d,]+ changes?$/ }).innerText()),
    row: (name: string) =>
      table.getByRole('row').filter({ has: page.getByRole('link', { name: new RegExp(`^\\w+ ${name}$`) }) }),
    rowLink: (name: string) => table.getByRole('link', { name: new RegExp(`^\\w+ ${name}$`) }),
    /** "rotated secret stripe-key" for every row of all pages, in alphabetical order. */
    async saidOnAllPages(): Promise<string[]> {
      const rows = await inSight()
      while (await next.isVisible()) {
        await openWhole(page, (await next.getAttribute('href')) ?? '')
        rows.push(...(await inSight()))
      }
      return rows
        .map(({ subject, change }) => {
          const [kind = '', ...name] = subject.split(' ')
          return `${words[change.trim()] ?? change} ${kind.toLowerCase()} ${name.join(' ')}`
        })
        .sort()
    },
    csv: async () => readCsv(await linked('Export CSV')),
    json: async (): Promise<Record<string, unknown>[]> => JSON.parse(await linked('JSON')),
  }
}
