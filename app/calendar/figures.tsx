// What is late and what comes next, each number the way to exactly its rows.
import { Link } from '#components/ui/link.tsx'
import { count } from '#lib/format/number.ts'
import type { EventCount } from '#lib/queries/calendar/count-events.ts'
import type { EventKind } from '#lib/queries/calendar/calendar-filter.ts'
import { EventShape } from './event-badge.tsx'
import { aheadDays, asList, type CalendarSearch, calendarHref, type Span, withCalendarFilter } from './search.ts'

type FiguresProps = { overdue: EventCount; ahead: EventCount; search: CalendarSearch; asOf: string | null }

const words: Record<'overdue' | 'ahead', Record<EventKind, string>> = {
  overdue: { expiry: 'Expired and still enabled', rotation: 'Overdue for rotation' },
  ahead: { expiry: `Expire in ${aheadDays} days`, rotation: `Due for rotation in ${aheadDays} days` },
}

export function Figures({ overdue, ahead, search, asOf }: FiguresProps) {
  const figures = { overdue, ahead }
  const isIn = (kind: Span['kind'], what: EventKind) =>
    search.view === 'list' &&
    search.span.kind === kind &&
    search.filter.events.length === 1 &&
    search.filter.events[0] === what
  return (
    <nav aria-label="What is late, and what comes next" className="flex flex-wrap items-center gap-2">
      {(['overdue', 'ahead'] as const).flatMap((kind) =>
        (['expiry', 'rotation'] as const).map((what) => {
          const current = isIn(kind, what)
          const events = figures[kind][what]
          return (
            <Link
              key={`${kind} ${what}`}
              href={calendarHref(asList(withCalendarFilter(search, { events: [what] }), { kind }), asOf)}
              look="plain"
              scroll={false}
              aria-current={current ? 'true' : undefined}
              className={`inline-flex min-h-8 items-center gap-2 rounded-md border px-3 py-1 text-table ${
                current
                  ? 'border-line-strong bg-accent-soft font-medium text-ink'
                  : 'border-line bg-surface text-soft hover:border-line-strong hover:text-ink'
              }`}
            >
              <EventShape what={what} isPast={kind === 'overdue' && events > 0} />
              {words[kind][what]}
              <span className="font-semibold text-ink">{count(events)}</span>
            </Link>
          )
        }),
      )}
      {overdue.waived > 0 ? (
        <p className="w-full text-table text-faint">
          Of what is late, {count(overdue.waived)} {overdue.waived === 1 ? 'is' : 'are'} accepted for a while by a
          waiver.
        </p>
      ) : null}
    </nav>
  )
}
