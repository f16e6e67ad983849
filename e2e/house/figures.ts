// The numbers of a page as somebody reads them: those that lead somewhere, with the place they lead to, and those that do not.
import type { Locator, Page } from '@playwright/test'
import { countIn } from './count-in.ts'

/** A number that is a link. `said` is what it counts; of a share of a hundred it is the share. */
export type Figure = { text: string; href: string; said: number; isShare: boolean }

/**
 * Every link in a part of a page that says a number. The name of a row or a rule may hold digits, and is no figure; the bar of
 * a chart counts what its parts add up to.
 */
export async function figuresIn(part: Locator): Promise<Figure[]> {
  const links = await part.locator('a[href]').evaluateAll((found) =>
    found.map((link) => ({
      href: link.getAttribute('href') ?? '',
      text: (link.getAttribute('aria-label') ?? link.textContent ?? '').trim(),
      isName: link.closest('th') !== null || /^\/rules\//.test(link.getAttribute('href') ?? ''),
      isBar: link.closest('figure ul.absolute') !== null,
    })),
  )
  return (
    links
      // How long something has lasted is no number of rows.
      .filter(({ text, isName }) => /\d/.test(text) && !isName && !/^[\d,]+ days?$/.test(text))
      .map(({ text, href, isBar }) => ({
        text,
        href,
        said: isBar ? partsOf(text) : countIn(text),
        isShare: /^[\d.]+%$/.test(text),
      }))
  )
}

/** "2026-11-23 to 2026-11-29, Secrets: 12, Keys: 1" counts 13. */
const partsOf = (label: string) =>
  [...label.matchAll(/: ([\d,]+)/g)].reduce((sum, [, number = '']) => sum + countIn(number), 0)

/** What the text of a part of a page says in numbers outside of links, charts, dates and forms: one text for every line. */
export function numbersBeside(part: Locator): Promise<string[]> {
  return part.evaluate((root) => {
    const copy = root.cloneNode(true) as Element
    // The table behind a chart says what its marks say, and these lead to their rows.
    for (const apart of copy.querySelectorAll('a, svg, script, style, template, time, form, .sr-only:has(table)')) {
      apart.replaceWith(' ')
    }
    // The axis of a chart is no figure of it: the labels are those of periods, and round numbers.
    for (const axis of copy.querySelectorAll('figure [aria-hidden=true]')) axis.replaceWith(' ')
    const lines = new Map<Element, string>()
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const line = node.parentElement?.closest('li, p, td, th, h1, h2, h3, summary, div, caption, figcaption') ?? copy
      lines.set(line, `${lines.get(line) ?? ''}${node.textContent}`)
    }
    return [...lines.values()].map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => /\d/.test(text))
  })
}

/** What a page counts of its rows, its share of a hundred, and where the file of these rows is. */
export type Target = { rows: number | null; share: number | null; file: string | null }

/**
 * Fetches a page as whoever is signed in, without showing it: what it counts stands in what the server sends. `blank` is a page
 * that nothing was opened in, and takes the answer apart; the policy of Kempt's own pages forbids them to.
 */
export async function targetOf(blank: Page, href: string): Promise<Target> {
  const answer = await blank.request.get(href)
  if (!answer.ok()) throw new Error(`${href} answered ${answer.status()}.`)
  const html = await answer.text()
  return blank.evaluate((text) => {
    const whole = new DOMParser().parseFromString(text, 'text/html')
    // What a card waited for is sent after it, as a piece of its own: without scripts nobody has put it in its place.
    for (const piece of whole.querySelectorAll('[hidden][id^="S:"]')) {
      whole.getElementById(piece.id.replace('S:', 'P:'))?.replaceWith(...piece.childNodes)
    }
    const texts = (selector: string) => [...whole.querySelectorAll(selector)].map((one) => one.textContent ?? '')
    const number = (said: string | undefined) => (said === undefined ? null : Number(said.replaceAll(',', '')))
    // A card that streams in leaves its waiting twin behind, of the same title.
    const gaps = [...whole.querySelectorAll('nav[aria-label="Filter by kind of gap"]')].at(0)
    const ledger = gaps?.closest('section')
    const pager = ledger?.querySelector('nav[aria-label="Pages of vaults"]')?.textContent ?? ''
    const title = texts('h2').find((said) => /^[\d,]+ /.test(said))
    const inLedger = ledger ? (number(/of ([\d,]+)/.exec(pager)?.[1]) ?? 0) : null
    const groups = whole.querySelectorAll('table.data-table:has(caption) tbody tr').length
    const byRule = texts('caption').includes('Findings by rule') ? groups : null
    return {
      rows: byRule ?? inLedger ?? number(title?.split(' ')[0]),
      share: number(
        texts('p')
          .find((said) => /^[\d.]+%$/.test(said))
          ?.replace('%', ''),
      ),
      file: (ledger ?? whole).querySelector('a[href*="/export.json"]')?.getAttribute('href') ?? null,
    }
  }, html)
}
