/** The same address on the same day: a view of the past leads to views of the past. */
export function withAsOf(href: string, asOf: string | null): string {
  if (asOf === null) return href
  const [path = '', query = ''] = href.split('?')
  const params = new URLSearchParams(query)
  params.set('asOf', asOf)
  return `${path}?${params}`
}
