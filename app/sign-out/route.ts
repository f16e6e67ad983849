// Ends the session here and at Entra. A GET, because `form-action 'self'` would stop a form that is led on to Entra.
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { endSessionUrl } from '#app/_session/entra-client.ts'
import { cookieAttributes, sessionCookieName } from '#app/_session/session-cookie.ts'
import { appDatabase } from '#app/db.ts'
import { appSettings } from '#app/settings.ts'
import { currentSession } from '#app/view.ts'
import { cookies } from 'next/headers'
import { NextResponse } from 'next/server'

export async function GET(request: Request): Promise<Response> {
  const settings = appSettings()
  if (!isClickOfOurs(request.headers)) return NextResponse.redirect(new URL('/', settings.url), 303)
  const session = await currentSession()
  if (session) {
    const event = { at: new Date(), person: session.person, action: 'signed-out' } as const
    // Whoever wants to leave leaves, even while the database is away.
    await recordAuditEvent(appDatabase(), event).catch((error: unknown) => console.error('Not audited:', error))
  }
  const jar = await cookies()
  jar.delete({ name: sessionCookieName(settings.url), ...cookieAttributes(settings.url) })
  return NextResponse.redirect(endSessionUrl(settings), 303)
}

/** Links on other sites, images, and a browser that loads links ahead of a click must not sign anybody out. */
function isClickOfOurs(headers: Headers): boolean {
  if (headers.get('sec-purpose')?.includes('prefetch') || headers.has('next-router-prefetch')) return false
  const [site, mode] = [headers.get('sec-fetch-site'), headers.get('sec-fetch-mode')]
  return (site === null || site === 'same-origin' || site === 'none') && (mode === null || mode === 'navigate')
}
