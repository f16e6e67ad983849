// What expires and falls due in a span, in the order it comes?
import type { View } from '#app/view.ts'
import { Pager } from '#components/table/pager.tsx'
import { Card } from '#components/ui/card.tsx'
import { addDays, isoDate } from '#lib/format/date.ts'
import { countEvents } from '#lib/queries/calendar/count-events.ts'
import { listEvents } from '#lib/queries/calendar/list-events.ts'
import { aheadDays, calendarHref, calendarPageSize, type CalendarSearch } from '../search.ts'
import { spanOf, spanText } from '../span-of.ts'
import { countsText } from '../words.ts'
import { EventsTable } from './events-table.tsx'
import { NoEvents } from './no-events.tsx'

type ListCardProps = { view: View; search: CalendarSearch; filtered: boolean }

export async function ListCard({ view, search: asked, filtered }: ListCardProps) {
  const { db, scope, at, asOf } = view
  const question = { at, filter: asked.filter, span: spanOf(asked.span, at) }
  const counts = await countEvents(db, scope, question)
  const total = counts.expiry + counts.rotation
  // A link may name a page that there is no longer: then it is the last one.
  const page = Math.min(asked.page, Math.max(1, Math.ceil(total / calendarPageSize)))
  const search = { ...asked, page }
  const rows = await listEvents(db, scope, { ...question, page, pageSize: calendarPageSize })
  const isPast = search.span.kind === 'overdue'
  return (
    <Card
      title={spanText(search.span)}
      note={total === 0 ? spanNote(search, at) : `${sentence(countsText(counts, isPast))}. ${spanNote(search, at)}`}
      flush
    >
      {total === 0 ? (
        <NoEvents search={search} filtered={filtered} asOf={asOf} />
      ) : (
        <>
          <EventsTable rows={rows} view={view} search={search} />
          <Pager
            page={page}
            pageSize={calendarPageSize}
            total={total}
            unit="events"
            hrefFor={(other) => calendarHref({ ...search, page: other }, asOf)}
          />
        </>
      )}
    </Card>
  )
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function spanNote({ span, today }: CalendarSearch, at: Date): string {
  switch (span.kind) {
    case 'overdue':
      return `Everything that was due by ${today} and still is, the longest first.`
    case 'ahead':
      return `From ${today} to ${isoDate(addDays(at, aheadDays))}; what is late already is listed apart.`
    default:
      return 'Days are in UTC; of days gone by, what still stands so.'
  }
}
