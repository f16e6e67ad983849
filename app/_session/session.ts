// A session: who signed in, and for how long that holds. It lives in the cookie alone; the server keeps nothing.
import { z } from 'zod'
import { type Person, roles } from '#lib/domain/scope.ts'
import { seal, unseal } from './sealed.ts'

export type Session = {
  person: Person
  /** Some of the person's groups are not in `person.groups`: Entra named too many, or the cookie could not hold them. */
  groupsIncomplete: boolean
  signedInAt: Date
  /** When the person was last active, as far as the cookie knows. */
  seenAt: Date
}

const absoluteMs = 10 * 60 * 60_000
const idleMs = 60 * 60_000
const renewAfterMs = 60_000

// Browsers drop a cookie over 4096 bytes without a word, which would look like a sign-in that never works.
const longestCookie = 3500

const claimsSchema = z.object({
  oid: z.string(),
  tid: z.string(),
  name: z.string(),
  mail: z.string(),
  roles: z.array(z.enum(roles)),
  groups: z.array(z.string()),
  lost: z.boolean(),
  at: z.int(),
  iat: z.int(),
})

export type SessionKeeping = { secret: string; now: Date }

/** Seals a session as last seen now. It ends an hour later, or ten hours after sign-in, whichever comes first. */
export async function sealSession(session: Session, { secret, now }: SessionKeeping): Promise<string> {
  const endsAt = new Date(Math.min(now.getTime() + idleMs, session.signedInAt.getTime() + absoluteMs))
  const { objectId, tenantId, name, mail, roles, groups } = session.person
  const at = Math.floor(session.signedInAt.getTime() / 1000)
  let keptGroups = [...groups]
  for (;;) {
    const lost = session.groupsIncomplete || keptGroups.length < groups.length
    const claims = { oid: objectId, tid: tenantId, name, mail, roles, groups: keptGroups, lost, at }
    const sealed = await seal(claims, endsAt, { purpose: 'session', secret, now })
    if (sealed.length <= longestCookie || keptGroups.length === 0) return sealed
    keptGroups = keptGroups.slice(0, Math.floor(keptGroups.length * 0.9))
  }
}

/** The session in a cookie, or null when the cookie is not ours, was altered, or has ended. */
export async function openSession(sealed: string, { secret, now }: SessionKeeping): Promise<Session | null> {
  const payload = await unseal(sealed, { purpose: 'session', secret, now })
  const claims = claimsSchema.safeParse(payload)
  if (!claims.success) return null
  const { oid, tid, name, mail, roles, groups, lost, at, iat } = claims.data
  return {
    person: { objectId: oid, tenantId: tid, name, mail, roles, groups },
    groupsIncomplete: lost,
    signedInAt: new Date(at * 1000),
    seenAt: new Date(iat * 1000),
  }
}

/** Whether a session is worth sealing again: not on every request, but well before it would end from idleness. */
export function isDueForRenewal(session: Session, now: Date): boolean {
  return now.getTime() - session.seenAt.getTime() >= renewAfterMs
}
