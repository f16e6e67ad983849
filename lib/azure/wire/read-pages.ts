import { z } from 'zod'
import { AzureFailure } from './azure-failure.ts'

const pageSchema = z.object({ value: z.array(z.unknown()), nextLink: z.string().nullish() })

/**
 * The pages of an Azure list, each asked for when the one before is used up. Does not end at an empty page: Key Vault
 * sends some in the middle. Throws `malformed-answer` when a page has no items, when its link leads away from the list
 * (another host would be handed our token, another path could be a value), or round in a circle.
 */
export async function* readPages(
  get: (url: string) => Promise<unknown>,
  firstUrl: string,
): AsyncGenerator<readonly unknown[]> {
  const list = new URL(firstUrl)
  const seen = new Set<string>()
  let url: string | null = firstUrl
  while (url !== null) {
    seen.add(url)
    const page = pageSchema.safeParse(await get(url))
    if (!page.success) throw astray(list, 'a page without items')
    yield page.data.value
    url = page.data.nextLink ? follow(list, page.data.nextLink) : null
    if (url !== null && seen.has(url)) throw astray(list, 'pages that go round in a circle')
  }
}

function follow(list: URL, nextLink: string): string {
  const next = URL.canParse(nextLink) ? new URL(nextLink) : null
  if (next?.origin !== list.origin || next.pathname.toLowerCase() !== list.pathname.toLowerCase())
    throw astray(list, 'a link that leads away from the list')
  return next.href
}

const astray = (list: URL, what: string) =>
  new AzureFailure(`GET ${list.host}${list.pathname}: ${what}`, { kind: 'malformed-answer' })
