// What whoever has the secret link of a calendar feed gets: the dates its maker could see, as text/calendar. Nobody is signed in.
import { createHash } from 'node:crypto'
import { noteFeedRead } from '#lib/commands/note-feed-read.ts'
import type { Database } from '#lib/db/open-database.ts'
import { addDays, isoDate } from '#lib/format/date.ts'
import { getCalendarFeed } from '#lib/queries/calendar/get-calendar-feed.ts'
import { getReadInstant } from '#lib/queries/calendar/get-read-instant.ts'
import { midnight } from '../months.ts'
import { feedText } from './feed-text.ts'

const [daysBack, daysAhead] = [30, 400]

/** Another way to write the same calendar is another calendar to whoever keeps the old one: raised with the text. */
const edition = 1

// Kept by one reader alone, and asked about every time: a link that is revoked shows nothing from then on.
export const feedCaching = 'private, no-cache'

export async function answerFeed(
  request: Request,
  secret: string,
  { db, now, url }: { db: Database; now: Date; url: string },
): Promise<Response> {
  const feed = await getCalendarFeed(db, { secret })
  if (!feed) return noSuchFeed()
  await noteFeedRead(db, { id: feed.id, now })
  const read = await getReadInstant(db, { at: now })
  // As of a finished snapshot nothing moves any more, so that these few words name the whole text.
  const tag = etagOf([edition, feed.id, read?.id ?? null, isoDate(now), url])
  const headers = { etag: tag, 'cache-control': feedCaching }
  if (isNamed(tag, request.headers.get('if-none-match'))) return new Response(null, { status: 304, headers })
  const today = midnight(isoDate(now))
  const span = { from: addDays(today, -daysBack), to: addDays(today, daysAhead + 1) }
  const text = await feedText(db, feed, { readAt: read?.capturedAt ?? null, now, span, url })
  return new Response(text, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="kempt.ics"',
    },
  })
}

/** One answer for a link that never was, is mistyped, or was revoked: none tells which. */
const noSuchFeed = () =>
  new Response('There is no such calendar.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': feedCaching },
  })

// Weak: what compresses the answer on its way changes its bytes.
const etagOf = (parts: readonly unknown[]) =>
  `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)}"`

/** Whether `If-None-Match` names a tag; strong and weak are the same here (RFC 9110, 13.1.2). */
function isNamed(tag: string, header: string | null): boolean {
  const bare = (one: string) => one.trim().replace(/^W\//, '')
  return header?.split(',').some((one) => bare(one) === '*' || bare(one) === bare(tag)) ?? false
}
