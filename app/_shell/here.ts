// Where this request is: the page's own path and query, for links and forms that lead to the same view, changed.
import { headers } from 'next/headers'
import { pathHeader, safeReturnTo } from '#app/_session/return-to.ts'

export async function here(): Promise<{ path: string; params: URLSearchParams }> {
  const url = new URL(safeReturnTo((await headers()).get(pathHeader)), 'http://own.invalid')
  return { path: url.pathname, params: url.searchParams }
}
