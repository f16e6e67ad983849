// What has just been done, in the address: the page that comes back says it, and links on it lead to views without it.
import { oneOf, type SearchParams, wholeIn } from '#app/_search/params.ts'
import { type WaiversSearch, waiversHref } from './search.ts'
import { waiversText } from './words.ts'

type Done = { what: 'approved' | 'declined' | 'withdrawn'; waivers: number; left: number }

export function doneHref(search: WaiversSearch, { what, waivers, left }: Done): string {
  const href = waiversHref({ ...search, page: 1 }, null)
  const said = new URLSearchParams({ done: what, n: `${waivers}`, ...(left > 0 ? { left: `${left}` } : {}) })
  return `${href}${href.includes('?') ? '&' : '?'}${said}`
}

/** The same as sentences; null when nothing was. */
export function doneText(params: SearchParams): string | null {
  const what = oneOf(params.done, ['approved', 'declined', 'withdrawn'] as const)
  const waivers = wholeIn(params.n, 1, 1_000_000)
  if (!what || !waivers) return null
  const many = waivers > 1
  const left = wholeIn(params.left, 1, 1_000_000)
  const sentences = {
    approved: `${waiversText(waivers)} approved: what ${many ? 'they are' : 'it is'} about counts apart until ${many ? 'they end' : 'it ends'}.`,
    declined: `${waiversText(waivers)} declined: the ${many ? 'findings go' : 'finding goes'} on counting.`,
    withdrawn: `${waiversText(waivers)} withdrawn: what still fails there counts again.`,
  }
  const rest = left
    ? ` ${left === 1 ? 'One was' : `${left} were`} left waiting, because nothing fails there any more.`
    : ''
  return sentences[what] + rest
}
