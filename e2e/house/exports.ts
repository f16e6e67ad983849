// The files that a page offers, and how many rows it says they have.
import type { Page } from '@playwright/test'

/** `rows` is null where the page does not say a number for that table. */
export type ExportLink = { href: string; foundOn: string; rows: number | null }

/**
 * The links to files on a page, fetched as whoever is signed in. The number of their rows is that of the pager beside them,
 * else that of which the card shows the first, else that of the title of their card, else that of the rows in sight; a file of
 * the whole page is that of its one list. `blank` is a page that nothing was opened in, and takes the answer apart.
 */
export async function exportsOf(blank: Page, path: string): Promise<ExportLink[]> {
  const answer = await blank.request.get(path)
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}.`)
  const found = await blank.evaluate(
    (html) => {
      const whole = new DOMParser().parseFromString(html, 'text/html')
      // What a card waited for is sent after it, as a piece of its own: without scripts nobody has put it in its place.
      for (const piece of whole.querySelectorAll('[hidden][id^="S:"]')) {
        whole.getElementById(piece.id.replace('S:', 'P:'))?.replaceWith(...piece.childNodes)
      }
      const number = (text: string | undefined) => (text === undefined ? null : Number(text.replaceAll(',', '')))
      const pagerIn = (part: Element) =>
        number(/ of ([\d,]+)/.exec(part.querySelector('nav[aria-label^="Pages of"]')?.textContent ?? '')?.[1])
      const titleIn = (part: Element) => number(/^([\d,]+) /.exec(part.querySelector('h2')?.textContent ?? '')?.[1])
      const tableIn = (part: Element) => {
        const tables = part.querySelectorAll('table.data-table')
        const rows = [...part.querySelectorAll('table.data-table > tbody > tr')]
        // The sum of the rows is none of them.
        return tables.length > 0 ? rows.filter((row) => !/^All rules/.test(row.textContent ?? '')).length : null
      }
      // "The 25 busiest of 40." is what a card says that shows the first of its rows.
      const cutIn = (part: Element) =>
        number(
          /(?:The|Shown are)(?: the)?[^.]*? [\d,]+[^.]*? of ([\d,]+)\b/.exec(
            part.querySelector('header')?.textContent ?? '',
          )?.[1],
        )
      return [...whole.querySelectorAll('main a[href], [hidden] a[href]')].flatMap((link) => {
        const href = link.getAttribute('href') ?? ''
        if (!/\/(export|preview)\.(csv|json)(\?|$)/.test(href)) return []
        const card = link.closest('section')
        // What stands in the head of a page is about its one list: the first that is counted.
        const lists = card ? [card] : [...whole.querySelectorAll('section')].filter((one) => titleIn(one) !== null)
        const [list = whole.documentElement] = lists
        const paged = pagerIn(list)
        return { href, rows: paged ?? cutIn(list) ?? tableIn(list) ?? titleIn(list) ?? null }
      })
    },
    await answer.text(),
  )
  return found.map(({ href, rows }) => ({
    href: new URL(href, `http://own.invalid${path}`).href.replace('http://own.invalid', ''),
    foundOn: path,
    rows,
  }))
}
