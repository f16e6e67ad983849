// Which calendars outside Kempt may read these dates, and how does one get another?
import type { View } from '#app/view.ts'
import { Card } from '#components/ui/card.tsx'
import { feedExtents, feedScope, mayRevokeAnyFeed } from '#lib/commands/calendar-feed-rights.ts'
import { listCalendarFeeds } from '#lib/queries/calendar/list-calendar-feeds.ts'
import type { CalendarSearch } from '../search.ts'
import { FeedForm } from './feed-form.tsx'
import { makeWords } from './feed-words.ts'
import { FeedsTable } from './feeds-table.tsx'

export const feedsTitle = 'In your own calendar'

export async function FeedsCard({ view, search }: { view: View; search: CalendarSearch }) {
  const { db, person } = view
  const seesAll = mayRevokeAnyFeed(person)
  const feeds = await listCalendarFeeds(db, { personId: seesAll ? null : person.objectId })
  const scopes = feedExtents.map((extent) => ({ extent, scope: feedScope(person, extent) }))
  const own = scopes.find(({ extent }) => extent === 'own')?.scope
  return (
    <Card
      title={feedsTitle}
      note="A link that Outlook, Google or Apple Calendar subscribes to: 30 days back, 400 ahead, as read by the latest snapshot. No value and no password is in it."
    >
      <div className="space-y-4">
        <FeedForm
          choices={scopes.flatMap(({ extent, scope }) => (scope ? [{ extent, word: makeWords[extent] }] : []))}
        />
        <div className="max-w-3xl space-y-1 text-table text-soft">
          <p>
            A link shows what its maker sees when it is made, and goes on showing it until it is revoked here, even when
            its maker changes teams or loses the role.
          </p>
          {own?.kind === 'owned' ? <OwnNames names={own.owners.filter(Boolean)} /> : null}
        </div>
        <FeedsTable view={view} feeds={feeds} search={search} everybody={seesAll} />
      </div>
    </Card>
  )
}

const shown = 6

/** What "mine" goes by. Groups are ids or names, as many as the sign-in named. */
function OwnNames({ names }: { names: readonly string[] }) {
  const more = names.length - shown
  return (
    <p>
      What is yours goes by these names, written down when the link is made: {names.slice(0, shown).join(', ')}
      {more > 0 ? ` and ${more} more` : ''}. A group you join later needs a new link.
    </p>
  )
}
