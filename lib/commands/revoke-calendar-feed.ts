import type { Database } from '#lib/db/open-database.ts'
import { type Person, scopeOf } from '#lib/domain/scope.ts'
import { mayRevokeAnyFeed } from './calendar-feed-rights.ts'

export type RevokedFeed = { done: true; personName: string } | { done: false; problem: 'not-allowed' | 'not-there' }

/**
 * From now on the link of a feed leads nowhere. A lead revokes anybody's, everybody else their own; that of another is for them
 * not there, and neither is one that was revoked before.
 */
export async function revokeCalendarFeed(
  db: Database,
  { now, actor, id }: { now: Date; actor: Person; id: number },
): Promise<RevokedFeed> {
  if (!scopeOf(actor)) return { done: false, problem: 'not-allowed' }
  const theirs = mayRevokeAnyFeed(actor) ? {} : { personId: actor.objectId }
  const [revoked] = await db.calendarFeed.updateManyAndReturn({
    where: { id, revokedAt: null, ...theirs },
    data: { revokedAt: now, revokedBy: actor.mail || actor.name || actor.objectId },
    select: { personName: true },
  })
  return revoked ? { done: true, personName: revoked.personName } : { done: false, problem: 'not-there' }
}
