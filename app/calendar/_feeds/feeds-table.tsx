// The feeds that can be read: one's own, and for a lead those of everybody.
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Button } from '#components/ui/button.tsx'
import { Time } from '#components/ui/time.tsx'
import type { CalendarFeedRow } from '#lib/queries/calendar/list-calendar-feeds.ts'
import { type CalendarSearch, calendarHref } from '../search.ts'
import { extentText } from './feed-words.ts'
import { revokeFeed } from './revoke-feed.ts'

type FeedsTableProps = { view: View; feeds: readonly CalendarFeedRow[]; search: CalendarSearch; everybody: boolean }

export function FeedsTable({ view, feeds, search, everybody }: FeedsTableProps) {
  const columns: Column<CalendarFeedRow>[] = [
    {
      key: 'name',
      header: 'Feed',
      cell: (feed) => (
        <>
          <div className="font-medium [overflow-wrap:anywhere]" title={feed.owners.join(', ') || undefined}>
            {extentText(feed)}
          </div>
          <div className="text-faint">
            of {feed.personName}
            {everybody && feed.personId === view.person.objectId ? ', your own' : ''}
          </div>
        </>
      ),
    },
    { key: 'made', header: 'Made', cell: ({ createdAt }) => <Time at={createdAt} to="day" /> },
    {
      key: 'read',
      header: 'Last read',
      cell: ({ lastReadAt }) =>
        lastReadAt ? <Time at={lastReadAt} now={view.now} /> : <span className="text-faint">not yet</span>,
    },
    { key: 'revoke', header: 'Revoke', cell: (feed) => <Revoke feed={feed} view={calendarHref(search, null)} /> },
  ]
  return (
    <DataTable
      caption={everybody ? 'Feeds of everybody that can be read' : 'Your feeds that can be read'}
      columns={columns}
      rows={feeds}
      rowKey={({ id }) => id}
      empty={<p className="text-table text-faint">{everybody ? 'Nobody has a feed yet.' : 'You have no feed yet.'}</p>}
    />
  )
}

/** Folded, because it cannot be taken back: the same link is never made twice. */
function Revoke({ feed, view }: { feed: CalendarFeedRow; view: string }) {
  return (
    <details className="print:hidden">
      <summary className="link inline-block py-1">Revoke</summary>
      <form action={revokeFeed} className="mt-1 space-y-1.5">
        <input type="hidden" name="id" value={feed.id} />
        <input type="hidden" name="view" value={view} />
        <p className="text-soft">Calendars that read it get nothing from then on.</p>
        <Button type="submit" aria-label={`Revoke the feed of ${feed.personName}`}>
          Revoke it
        </Button>
      </form>
    </details>
  )
}
