import { createHash } from 'node:crypto'
import type { Database } from '#lib/db/open-database.ts'
import { type Scope, scopeOfFeed } from '#lib/domain/scope.ts'

/** How the secret of a feed's link is kept: with 256 random bits in it, a plain hash cannot be turned back or guessed. */
export const hashOfSecret = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** Which feed does the secret of a link open? Null when none was made with it, and likewise when it was revoked. */
export async function getCalendarFeed(
  db: Database,
  { secret }: { secret: string },
): Promise<{ id: number; scope: Scope; kind: string; personName: string } | null> {
  const feed = await db.calendarFeed.findFirst({
    where: { secretHash: hashOfSecret(secret), revokedAt: null },
    select: { id: true, kind: true, owners: true, personName: true },
  })
  if (!feed) return null
  const { id, kind, personName } = feed
  return { id, kind, personName, scope: scopeOfFeed(feed) }
}
