'use server'
import { revalidatePath } from 'next/cache'
import { noteNotAllowed } from '#app/_audit/refused.ts'
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { appSettings } from '#app/settings.ts'
import { openView } from '#app/view.ts'
import { feedExtents } from '#lib/commands/calendar-feed-rights.ts'
import { makeCalendarFeed } from '#lib/commands/make-calendar-feed.ts'
import type { FeedFormState } from './feed-form-state.ts'
import { feedHref } from './feed-href.ts'
import { makeProblems } from './feed-words.ts'

/**
 * Makes a calendar feed for whoever asks. Its link is in this answer alone: no address carries it, so that no history, log or
 * audit entry ever does.
 */
export async function makeFeed(_: FeedFormState, form: FormData): Promise<FeedFormState> {
  const { db, person, now } = await openView()
  const extent = feedExtents.find((one) => one === form.get('extent'))
  if (!extent) return { problem: 'What was sent names no feed. Load the page again.', made: null }
  const result = await makeCalendarFeed(db, { now, actor: person, extent }, (tx, { id, kind, owners }) =>
    recordAuditEvent(tx, {
      at: now,
      person,
      action: 'feed-made',
      subject: `calendar feed ${id}`,
      detail: { kind, owners: owners.join(', ') },
    }),
  )
  if (!result.done) {
    if (result.problem === 'not-allowed') noteNotAllowed({ person, now }, `make a calendar feed of ${extent}`)
    return { problem: makeProblems[result.problem], made: null }
  }
  revalidatePath('/calendar')
  return { problem: null, made: { link: feedHref(appSettings().url, result.secret), extent } }
}
