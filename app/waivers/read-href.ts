import type { SearchParams } from '#app/_search/params.ts'

/** The parameters of an address of ours, as a page is handed them; of nonsense, none. A hidden field says where a form stood. */
export function paramsOf(href: unknown): SearchParams {
  const base = 'http://own.invalid'
  if (typeof href !== 'string' || !URL.canParse(href, base)) return {}
  const query = new URL(href, base).searchParams
  return Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]))
}
