import { randomBytes } from 'node:crypto'
import type { Database } from '#lib/db/open-database.ts'
import type { Person } from '#lib/domain/scope.ts'
import { hashOfSecret } from '#lib/queries/calendar/get-calendar-feed.ts'
import { type FeedExtent, feedScope } from './calendar-feed-rights.ts'
import type { OnRecord } from './on-record.ts'

/** A person needs one or two; more than this is a programme that makes them. */
export const mostFeeds = 20

const secretBytes = 32

type Made = {
  done: true
  id: number
  kind: 'everything' | 'owned'
  owners: readonly string[]
  /** Of the link, told this once: only its hash is kept. */
  secret: string
}

export type MadeFeed = Made | { done: false; problem: 'not-allowed' | 'too-many' }

/** Makes a feed of what its maker may see. The names of an owner are written down as they are now: a link has no session. */
export async function makeCalendarFeed(
  db: Database,
  { now, actor, extent }: { now: Date; actor: Person; extent: FeedExtent },
  record?: OnRecord<Made>,
): Promise<MadeFeed> {
  const scope = feedScope(actor, extent)
  if (!scope) return { done: false, problem: 'not-allowed' }
  const personId = actor.objectId
  if ((await db.calendarFeed.count({ where: { personId, revokedAt: null } })) >= mostFeeds) {
    return { done: false, problem: 'too-many' }
  }
  const secret = randomBytes(secretBytes).toString('base64url')
  const { kind } = scope
  const owners = scope.kind === 'owned' ? [...scope.owners] : []
  const personName = actor.name || actor.mail || personId
  return db.$transaction(async (tx) => {
    const { id } = await tx.calendarFeed.create({
      data: { secretHash: hashOfSecret(secret), kind, owners, personId, personName, createdAt: now },
    })
    const made: Made = { done: true, id, kind, owners, secret }
    await record?.(tx, made)
    return made
  })
}
