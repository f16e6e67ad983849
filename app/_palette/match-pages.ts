import { withAsOf } from '#app/_shell/with-as-of.ts'
import type { HitGroup } from './hits.ts'
import { closestFirst } from './rank-name.ts'

/** A page of the navigation. */
export type PageLink = { href: string; word: string }

/** The pages of that name, or all of them where nothing is asked for yet; on the same day. */
export function matchPages(pages: readonly PageLink[], text: string, asOf: string | null): HitGroup {
  const found = text === '' ? pages : closestFirst(pages, text, ({ word }) => [word])
  return {
    title: 'Pages',
    hits: found.map(({ href, word }) => ({ href: withAsOf(href, asOf), name: word, detail: '' })),
    all: null,
  }
}
