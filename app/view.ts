// Every page and route starts here: who is looking, what may they see, and as of when?
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Database } from '#lib/db/open-database.ts'
import { type Person, type Scope, scopeOf } from '#lib/domain/scope.ts'
import { readAsOf } from './as-of.ts'
import { appDatabase } from './db.ts'
import { noteRefusal } from './_audit/note-refusal.ts'
import { pathHeader, signInPath } from './_session/return-to.ts'
import { openSession, type Session } from './_session/session.ts'
import { sessionCookieName } from './_session/session-cookie.ts'
import { appSettings } from './settings.ts'

export type View = {
  db: Database
  person: Person
  scope: Scope
  /** The instant to read at: the end of the day `asOf`, or now. */
  at: Date
  /** The day the URL asks for (YYYY-MM-DD, UTC), or null for now. */
  asOf: string | null
  now: Date
  /** Entra named more groups than Kempt could learn or keep: an owner through one of them sees too little. */
  groupsIncomplete: boolean
}

type SearchParams = Record<string, string | string[] | undefined>

// One instant per request, so that two cards of a page cannot disagree about the time.
const requestedAt = cache(() => new Date())

/** The session of whoever made this request, or null when nobody is signed in or the session ended. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const { sessionSecret, url } = appSettings()
  const sealed = (await cookies()).get(sessionCookieName(url))?.value
  return sealed ? openSession(sealed, { secret: sessionSecret, now: requestedAt() }) : null
})

/** Opens the view of a page. Leaves for sign-in when nobody is signed in, and for /no-role when the person has no role. */
export async function openView(searchParams?: Promise<SearchParams>): Promise<View> {
  const session = await currentSession()
  const path = (await headers()).get(pathHeader)
  if (!session) redirect(signInPath(path))
  const scope = scopeOf(session.person)
  if (!scope) {
    noteNoRole(session, path)
    redirect('/no-role')
  }
  return viewOf(session, scope, (await searchParams)?.asOf)
}

/** Opens the view of a route handler; machines get 401 or 403 as JSON where a person would be led elsewhere. */
export async function openViewForRoute(request: Request): Promise<View | Response> {
  const session = await currentSession()
  if (!session) return Response.json({ error: 'Nobody is signed in.' }, { status: 401 })
  const scope = scopeOf(session.person)
  if (!scope) {
    noteNoRole(session, new URL(request.url).pathname)
    return Response.json({ error: 'This account has no Kempt role.' }, { status: 403 })
  }
  return viewOf(session, scope, new URL(request.url).searchParams.get('asOf'))
}

const noteNoRole = ({ person }: Session, path: string | null) =>
  noteRefusal({ who: { person }, reason: 'no-role', subject: path?.split('?')[0] ?? null }, requestedAt())

function viewOf(session: Session, scope: Scope, asOfText: string | string[] | null | undefined): View {
  const now = requestedAt()
  const { person, groupsIncomplete } = session
  return { db: appDatabase(), person, scope, ...readAsOf(asOfText, now), now, groupsIncomplete }
}
