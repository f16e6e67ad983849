// What became of revoking a feed, in the address: the page that comes back says it, and links on it lead to views without it.
import { oneOf, type SearchParams } from '#app/_search/params.ts'

const said = {
  revoked:
    'The feed was revoked: from now on its link leads nowhere, and calendars that read it will say so or stay as they are.',
  'not-there': 'There was no such feed to revoke; somebody may have revoked it before.',
} as const

export const revokedHref = (href: string, isDone: boolean) =>
  `${href}${href.includes('?') ? '&' : '?'}feed=${isDone ? 'revoked' : 'not-there'}`

/** The same as a sentence; null when nothing was. */
export function revokedText(params: SearchParams): string | null {
  const what = oneOf(params.feed, ['revoked', 'not-there'] as const)
  return what && said[what]
}
