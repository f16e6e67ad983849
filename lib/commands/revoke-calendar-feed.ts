import type { Database } from '#lib/db/open-database.ts'
import { type Person, scopeOf } from '#lib/domain/scope.ts'
import { mayRevokeAnyFeed } from './calendar-feed-rights.ts'
import type { OnRecord } from './on-record.ts'

type Revoked = { done: true; personName: string }

export type RevokedFeed = Revoked | { done: false; problem: 'not-allowed' | 'not-there' }

/**
 * From now on the link of a feed leads nowhere. A lead revokes anybody's, everybody else their own; that of another is for them
 * not there, and neither is one that was revoked before.
 */
export async function revokeCalendarFeed(
  db: Database,
  { now, actor, id }: { now: Date; actor: Person; id: number },
  record?: OnRecord<Revoked>,
): Promise<RevokedFeed> {
  if (!scopeOf(actor)) return { done: false, problem: 'not-allowed' }
  const theirs = mayRevokeAnyFeed(actor) ? {} : { personId: actor.objectId }
  return db.$transaction(async (tx) => {
    const [feed] = await tx.calendarFeed.updateManyAndReturn({
      where: { id, revokedAt: null, ...theirs },
      data: { revokedAt: now, revokedBy: actor.mail || actor.name || actor.objectId },
      select: { personName: true },
    })
    if (!feed) return { done: false, problem: 'not-there' }
    const revoked: Revoked = { done: true, personName: feed.personName }
    await record?.(tx, revoked)
    return revoked
  })
}
