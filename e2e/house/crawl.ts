// Follows every link of ours from a page on, once for every kind of address, and hands over what came back.
import type { APIRequestContext } from '@playwright/test'

export type Visit = { path: string; foundOn: string; status: number; text: string; headers: Record<string, string> }

/** With more filters at once than this, a page shows nothing that it does not show with one of them. */
const mostParameters = 2

/**
 * Addresses that differ in the values of their parameters only are of one kind, and the first one stands for all; so do the
 * pages of one vault or rule for those of the others, once they carry parameters. Of the objects of a vault, one of each kind
 * stands for the others, and so does one caller.
 */
function kindOf({ pathname, searchParams }: URL): string {
  const names = [...new Set(searchParams.keys())].sort()
  const path = pathname.replace(objectsOfVault, '$1/$2/*').replace(/^\/callers\/[^/.]+/, '/callers/*')
  if (names.length === 0) return path
  return `${path.replace(objectsOfVault, '/vaults/*/$2/*').replace(/^(\/\w+)\/[^/.]+$/, '$1/*')}?${names.join('&')}`
}

const objectsOfVault = /^(\/vaults\/[^/]+)\/(secret|key|certificate)\/[^/]+/

export async function* crawl(
  request: APIRequestContext,
  origin: string,
  from: readonly string[],
): AsyncGenerator<Visit> {
  const seen = new Set<string>()
  const open = from.map((path) => ({ path, foundOn: '(the beginning)' }))
  for (let next = open.shift(); next; next = open.shift()) {
    const url = new URL(next.path, origin)
    if (url.origin !== origin || /^\/sign-(out|in\/start)$/.test(url.pathname)) continue
    if (new Set(url.searchParams.keys()).size > mostParameters || seen.has(kindOf(url))) continue
    seen.add(kindOf(url))
    const answer = await request.get(url.href)
    const text = await answer.text()
    yield { ...next, status: answer.status(), text, headers: answer.headers() }
    if (!answer.headers()['content-type']?.includes('html')) continue
    for (const [, address = ''] of text.matchAll(/\s(?:href|src|action)="([^"#]+)/g)) {
      open.push({ path: new URL(address.replaceAll('&amp;', '&'), url).href.replace(origin, ''), foundOn: next.path })
    }
  }
}
