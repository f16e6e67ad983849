import { randomBytes } from 'node:crypto'
import type { Database } from '#lib/db/open-database.ts'
import type { Person } from '#lib/domain/scope.ts'
import { hashOfSecret } from '#lib/queries/calendar/get-calendar-feed.ts'
import { type FeedExtent, feedScope } from './calendar-feed-rights.ts'

/** A person needs one or two; more than this is a programme that makes them. */
export const mostFeeds = 20

const secretBytes = 32

export type MadeFeed =
  | {
      done: true
      id: number
      kind: 'everything' | 'owned'
      owners: readonly string[]
      /** Of the link, told this once: only its hash is kept. */
      secret: string
    }
  | { done: false; problem: 'not-allowed' | 'too-many' }

/** Makes a feed of what its maker may see. The names of an owner are written down as they are now: a link has no session. */
export async function makeCalendarFeed(
  db: Database,
  { now, actor, extent }: { now: Date; actor: Person; extent: FeedExtent },
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
  const { id } = await db.calendarFeed.create({
    data: { secretHash: hashOfSecret(secret), kind, owners, personId, personName, createdAt: now },
  })
  return { done: true, id, kind, owners, secret }
}
