// biome-ignore-all lint/a11y/noRedundantRoles: as in the grid it stands in
import { Link } from '#components/ui/link.tsx'
import { type EventKind, eventKinds } from '#lib/queries/calendar/calendar-filter.ts'
import type { EventDay } from '#lib/queries/calendar/count-events-by-day.ts'
import { EventShape } from '../event-badge.tsx'
import { monthName, weekdayText } from '../months.ts'
import { asList, type CalendarSearch, calendarHref, withCalendarFilter } from '../search.ts'
import { shortCount } from '../words.ts'

type DayCellProps = {
  day: string
  isInMonth: boolean
  events: EventDay | undefined
  search: CalendarSearch
  asOf: string | null
}

/** A day that leads to its list; days of other months are there so that the weeks are whole, and say no more. */
export function DayCell({ day, isInMonth, events, search, asOf }: DayCellProps) {
  const isToday = day === search.today
  const list = asList(search, { kind: 'day', day })
  return (
    <td
      role="cell"
      aria-current={isToday ? 'date' : undefined}
      className={`h-24 border-t border-line px-1 py-1.5 align-top not-first:border-l max-sm:h-auto max-sm:border-l-0 max-sm:px-3 print:h-16 ${
        events ? 'max-sm:block' : 'max-sm:hidden'
      } ${isToday ? 'bg-accent-soft' : isInMonth ? '' : 'bg-sunken'}`}
    >
      <div className="flex min-h-6 items-center gap-1.5 px-1">
        {events ? (
          <Link href={calendarHref(list, asOf)} look="row" className="inline-flex min-h-6 min-w-6 items-center gap-1">
            <DayText day={day} />
          </Link>
        ) : (
          <span className={isInMonth ? 'text-soft' : 'text-faint'}>
            <DayText day={day} />
          </span>
        )}
        {isToday ? <span className="text-xs font-medium text-accent">today</span> : null}
      </div>
      {events ? (
        <ul className="max-sm:flex max-sm:flex-wrap max-sm:gap-x-3">
          {eventKinds.map((what) =>
            events[what] > 0 ? (
              <li key={what}>
                <Link
                  href={calendarHref(withCalendarFilter(list, { events: [what] }), asOf)}
                  look="plain"
                  className="flex min-h-6 items-center gap-1.5 rounded-sm px-1 hover:bg-sunken hover:underline"
                >
                  <Count what={what} events={events[what]} isPast={day < search.today} />
                  <span className="sr-only"> on {day}</span>
                </Link>
              </li>
            ) : null,
          )}
        </ul>
      ) : null}
    </td>
  )
}

/** In the grid the number; on a phone, and for who hears it, the whole day. */
function DayText({ day }: { day: string }) {
  return (
    <time dateTime={day}>
      <span className="sr-only max-sm:not-sr-only">{weekdayText(day)} </span>
      {Number(day.slice(8))}
      <span className="sr-only max-sm:not-sr-only"> {monthName(day)}</span>
    </time>
  )
}

function Count({ what, events, isPast }: { what: EventKind; events: number; isPast: boolean }) {
  return (
    <>
      <EventShape what={what} isPast={isPast} />
      <span className={isPast ? 'text-high-ink' : ''}>{shortCount(what, events, isPast)}</span>
    </>
  )
}
