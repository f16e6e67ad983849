// The way back from Entra: a code becomes a verified person, and the person a session.
import { noteRefusal } from '#app/_audit/note-refusal.ts'
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { finishSignIn } from '#app/_session/finish-sign-in.ts'
import { redeemCode } from '#app/_session/entra-client.ts'
import { addressOf } from '#app/_limits/address-of.ts'
import { openSession, sealSession } from '#app/_session/session.ts'
import { cookieAttributes, sessionCookieName, signInCookieName } from '#app/_session/session-cookie.ts'
import { openAttempt } from '#app/_session/sign-in-attempt.ts'
import { appDatabase } from '#app/db.ts'
import { appSettings } from '#app/settings.ts'
import { cookies } from 'next/headers'
import { NextResponse } from 'next/server'

export async function GET(request: Request): Promise<Response> {
  const settings = appSettings()
  const now = new Date()
  const keeping = { secret: settings.sessionSecret, now }
  const jar = await cookies()
  const current = jar.get(sessionCookieName(settings.url))?.value

  const outcome = await finishSignIn(new URL(request.url).searchParams, {
    attempt: await openAttempt(jar.get(signInCookieName(settings.url))?.value, keeping),
    signedInAlready: current !== undefined && (await openSession(current, keeping)) !== null,
    redeem: (attempt, code) => redeemCode(settings, attempt, code, now),
    record: (person) => recordAuditEvent(appDatabase(), { at: now, person, action: 'signed-in' }),
  })

  if (outcome.cause) console.error('A sign-in failed:', outcome.cause)
  if (outcome.problem) {
    const address = addressOf(request.headers, settings.proxies)
    noteRefusal({ who: { address }, reason: `sign-in-${outcome.problem}`, subject: outcome.error }, now)
  }
  jar.delete({ name: signInCookieName(settings.url), ...cookieAttributes(settings.url) })
  if (outcome.signedIn) {
    const sealed = await sealSession({ ...outcome.signedIn, signedInAt: now, seenAt: now }, keeping)
    jar.set(sessionCookieName(settings.url), sealed, cookieAttributes(settings.url))
  }
  return NextResponse.redirect(new URL(outcome.goTo, settings.url), 303)
}
