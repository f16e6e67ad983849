// Resource Manager's paging: an absolute nextLink with an opaque, percent-encoded token; none on the last page.

/** Null when the token is none of ours. */
export function pageOf<Resource>(
  resources: readonly Resource[],
  url: URL,
  pageSize: number,
): { value: Resource[]; nextLink?: string } | null {
  const token = url.searchParams.get('$skiptoken')
  const skipped = token === null ? 0 : positionIn(token)
  if (skipped === null) return null
  const size = topOf(url) ?? pageSize
  const value = resources.slice(skipped, skipped + size)
  const position = skipped + value.length
  if (position >= resources.length) return { value }
  const apiVersion = url.searchParams.get('api-version') ?? ''
  const top = topOf(url) === null ? '' : `&%24top=${size}`
  const skiptoken = encodeURIComponent(Buffer.from(`position:${position}`).toString('base64'))
  return {
    value,
    nextLink: `https://${url.hostname}${url.pathname}?api-version=${apiVersion}${top}&%24skiptoken=${skiptoken}`,
  }
}

function topOf(url: URL): number | null {
  const top = Number(url.searchParams.get('$top'))
  return Number.isInteger(top) && top > 0 ? top : null
}

function positionIn(token: string): number | null {
  const position = /^position:(\d+)$/.exec(Buffer.from(token, 'base64').toString())?.[1]
  return position === undefined ? null : Number(position)
}
