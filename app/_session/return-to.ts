import { type Person, scopeOf } from '#lib/domain/scope.ts'

/** The request header in which proxy.ts tells pages their own path and query; the client's is overwritten. */
export const pathHeader = 'x-kempt-path'

/** Where an owner begins, who asked for no page in particular. */
const ownersStart = '/mine'

const longest = 1500

/**
 * A path of this app that is safe to send a browser to, or '/'. Anything a URL parser could read as another origin is
 * refused, and so are the sign-in pages themselves, which would lead in a circle.
 */
export function safeReturnTo(text: string | null | undefined): string {
  if (!text?.startsWith('/') || text.length > longest) return '/'
  const base = 'http://own.invalid'
  const url = URL.canParse(text, base) ? new URL(text, base) : null
  if (!url || url.origin !== base) return '/'
  // '/.//evil.example' stays on the origin while it is parsed, yet its path is '//evil.example'.
  if (url.pathname.startsWith('//')) return '/'
  if (/^\/(sign-in|sign-out|no-role|api|_next)(\/|$)/.test(url.pathname)) return '/'
  url.searchParams.delete('_rsc')
  return url.pathname + url.search
}

/** Where to send somebody who has to sign in first; `path` is where they wanted to go. */
export function signInPath(path: string | null | undefined): '/sign-in' | `/sign-in?${string}` {
  const returnTo = safeReturnTo(path)
  return returnTo === '/' ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(returnTo)}`
}

/** Where somebody is led who has signed in: to the page they wanted, or to the one their role begins with. */
export function landingOf(returnTo: string | null | undefined, person: Person): string {
  const path = safeReturnTo(returnTo)
  return path === '/' && scopeOf(person)?.kind === 'owned' ? ownersStart : path
}
