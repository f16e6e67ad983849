// Before every request: is it made by our own pages, is anybody signed in at all, does the database answer, and which headers
// guard the answer?
// A coarse gate only. What a person may see is decided in openView and in the queries.
import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { noteRefusal } from './app/_audit/note-refusal.ts'
import { awayAnswer } from './app/_away/away-answer.ts'
import { databaseAnswers } from './app/db.ts'
import { addressOf } from './app/_limits/address-of.ts'
import { refuseExcess } from './app/_limits/refuse-excess.ts'
import { displayCookie } from './app/_preferences/display.ts'
import { leadToSignIn } from './app/_session/lead-to-sign-in.ts'
import { isOwnRequest } from './app/_session/own-request.ts'
import { pathHeader } from './app/_session/return-to.ts'
import { contentSecurityPolicy, securityHeaders } from './app/_session/security-headers.ts'
import { isDueForRenewal, openSession, sealSession } from './app/_session/session.ts'
import { cookieAttributes, sessionCookieName } from './app/_session/session-cookie.ts'
import { appSettings } from './app/settings.ts'
import type { RefusalReason } from './lib/domain/audit-action.ts'

export const config = { matcher: ['/((?!_next/static/|_next/image|icon\\.svg$|favicon\\.ico$).*)'] }

const openToAll = /^\/(sign-in(\/.*)?|sign-out|api\/health)$/

/** Read by calendars, which sign in nowhere: the secret in the address is the authority, and the route asks for it. */
const calendarFeed = /^\/calendar\/feed\/[^/]+\/kempt\.ics$/

export async function proxy(request: NextRequest): Promise<Response> {
  const settings = appSettings()
  const { url, sessionSecret } = settings
  const { pathname, search } = request.nextUrl
  const now = new Date()

  const cookie = request.cookies.get(sessionCookieName(url))?.value
  const session = cookie ? await openSession(cookie, { secret: sessionSecret, now }) : null
  const address = addressOf(request.headers, settings.proxies)
  const isFeed = calendarFeed.test(pathname)
  const refused = (reason: RefusalReason, response: Response) => {
    // The address of a feed is its key.
    const subject = isFeed ? null : pathname
    noteRefusal({ who: session ? { person: session.person } : { address }, reason, subject }, now)
    return guarded(response, url)
  }

  if (!isOwnRequest(request, url)) {
    return refused('other-site', Response.json({ error: `Changes are accepted from ${url} only.` }, { status: 403 }))
  }
  const who = session?.person.objectId ?? address
  const excess = refuseExcess({ method: request.method, headers: request.headers, pathname }, { who, settings, now })
  if (excess) return refused(excess.reason, excess.response)
  if (!session && !isFeed && !openToAll.test(pathname)) {
    const answer = leadToSignIn(request, pathname + search, url)
    return answer.status === 401 ? refused('not-signed-in', answer) : guarded(answer, url)
  }

  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce, { development: process.env.NODE_ENV === 'development' })
  // Here, where nothing is on its way yet: what fails later can only be said in the middle of a page.
  if (!openToAll.test(pathname) && !(await databaseAnswers())) {
    const display = request.cookies.get(displayCookie)?.value
    const away = guarded(awayAnswer(request.headers, { nonce, ...(display ? { display } : {}) }), url)
    away.headers.set('content-security-policy', policy)
    return away
  }
  const headers = new Headers(request.headers)
  // Next takes the nonce for its own scripts from the policy in the request.
  headers.set('content-security-policy', policy)
  headers.set(pathHeader, pathname + search)
  // Next believes these when it checks where a server action comes from; a client could have set them.
  headers.set('x-forwarded-host', new URL(url).host)
  headers.set('x-forwarded-proto', new URL(url).protocol.slice(0, -1))

  const response = guarded(NextResponse.next({ request: { headers } }), url)
  response.headers.set('content-security-policy', policy)
  // What stands here goes before what a route says of itself: a feed has to be kept to be asked about by its tag.
  if (isFeed) response.headers.set('cache-control', 'private, no-cache')
  // Only people renew: a page that polls an API by itself must not keep a session alive for ever.
  const isPolled = isFeed || pathname.startsWith('/api/')
  if (session && !isPolled && pathname !== '/sign-out' && isDueForRenewal(session, now)) {
    const renewed = await sealSession(session, { secret: sessionSecret, now })
    response.cookies.set(sessionCookieName(url), renewed, cookieAttributes(url))
  }
  return response
}

function guarded<R extends Response>(response: R, publicUrl: string): R {
  for (const [name, value] of securityHeaders(publicUrl)) response.headers.set(name, value)
  return response
}
