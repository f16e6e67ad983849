'use server'
import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { noteRefusal } from '#app/_audit/note-refusal.ts'
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { wholeIn } from '#app/_search/params.ts'
import { openView } from '#app/view.ts'
import { paramsOf } from '#app/waivers/read-href.ts'
import { mayRevokeAnyFeed } from '#lib/commands/calendar-feed-rights.ts'
import { revokeCalendarFeed } from '#lib/commands/revoke-calendar-feed.ts'
import { calendarHref, readCalendarSearch } from '../search.ts'
import { revokedHref } from './revoked.ts'

/** Revokes a feed: a lead anybody's, others their own. */
export async function revokeFeed(form: FormData): Promise<void> {
  const { db, person, now } = await openView()
  const id = wholeIn(`${form.get('id') ?? ''}`, 1, 999_999_999) ?? 0
  const result = await revokeCalendarFeed(db, { now, actor: person, id }, (tx, { personName }) =>
    recordAuditEvent(tx, {
      at: now,
      person,
      action: 'feed-revoked',
      subject: `calendar feed ${id}`,
      detail: { madeBy: personName },
    }),
  )
  if (!result.done && !mayRevokeAnyFeed(person)) {
    noteRefusal({ who: { person }, reason: 'not-theirs', subject: `calendar feed ${id}` }, now)
  }
  revalidatePath('/calendar')
  const search = readCalendarSearch(paramsOf(form.get('view')), now)
  redirect(revokedHref(calendarHref(search, null), result.done) as Route)
}
