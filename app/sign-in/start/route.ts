// The way to Entra: remembers the attempt in a cookie and sends the browser off.
import { authorizeUrl } from '#app/_session/entra-client.ts'
import { safeReturnTo } from '#app/_session/return-to.ts'
import { cookieAttributes, signInCookieName } from '#app/_session/session-cookie.ts'
import { attemptSeconds, newSignInAttempt, sealAttempt } from '#app/_session/sign-in-attempt.ts'
import { appSettings } from '#app/settings.ts'
import { cookies } from 'next/headers'
import { NextResponse } from 'next/server'

export async function GET(request: Request): Promise<Response> {
  const settings = appSettings()
  const attempt = newSignInAttempt(safeReturnTo(new URL(request.url).searchParams.get('returnTo')))
  const sealed = await sealAttempt(attempt, { secret: settings.sessionSecret, now: new Date() })
  const location = await authorizeUrl(settings, attempt)
  const jar = await cookies()
  jar.set(signInCookieName(settings.url), sealed, cookieAttributes(settings.url, attemptSeconds))
  return NextResponse.redirect(location, 303)
}
