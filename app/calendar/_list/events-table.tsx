// Events under the day they come on: one table, a body for each day.
// biome-ignore-all lint/a11y/noRedundantRoles: as in components/table/data-table.tsx
// biome-ignore-all lint/a11y/useSemanticElements: likewise; a heading of a group of rows has no element of its own
import { PlaceCell, LastReadCell } from '#app/findings/subject-cells.tsx'
import type { View } from '#app/view.ts'
import { isoDate } from '#lib/format/date.ts'
import type { CalendarEvent } from '#lib/queries/calendar/event-rows.ts'
import { EventBadge } from '../event-badge.tsx'
import { weekdayText } from '../months.ts'
import type { CalendarSearch } from '../search.ts'
import { daysLeftText } from '../words.ts'
import { ObjectCell, WhyCell } from './event-cells.tsx'

type EventsTableProps = { rows: readonly CalendarEvent[]; view: View; search: CalendarSearch }

const caption = 'What expires and falls due, by day'
const headers = ['What', 'Object', 'Left', 'Owner and place', 'Last read']

export function EventsTable({ rows, view, search: { today } }: EventsTableProps) {
  return (
    <div
      role="group"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box is operated with the arrow keys
      tabIndex={0}
      className="scroll-box relative overflow-x-auto sm:overflow-auto"
    >
      <table role="table" className="data-table">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {headers.map((header) => (
              <th key={header} scope="col" role="columnheader">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        {[...Map.groupBy(rows, ({ dueAt }) => isoDate(dueAt))].map(([day, events]) => (
          <tbody key={day} role="rowgroup">
            <tr role="row" className="bg-sunken">
              <th scope="rowgroup" role="rowheader" colSpan={headers.length}>
                <time dateTime={day} className="font-semibold">
                  {day}
                </time>{' '}
                <span className="text-faint">{weekdayText(day)}</span>
                {day === today ? <span className="font-medium text-accent"> today</span> : null}
              </th>
            </tr>
            {events.map((row) => (
              <Row key={row.key} row={row} view={view} today={today} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Row({ row, view, today }: { row: CalendarEvent; view: View; today: string }) {
  const { what, dueAt, owner, environment, subscriptionName } = row
  const isPast = dueAt <= view.at
  return (
    <tr role="row">
      <td role="cell" data-label="What">
        <EventBadge what={what} isPast={isPast} />
      </td>
      <th scope="row" role="rowheader" className="sm:min-w-56">
        <ObjectCell row={row} asOf={view.asOf} />
      </th>
      <td role="cell" data-label="Left">
        <div className={isPast ? 'whitespace-nowrap text-high-ink' : 'whitespace-nowrap'}>
          {daysLeftText(dueAt, today)}
        </div>
        <WhyCell row={row} />
      </td>
      <td role="cell" data-label="Owner and place">
        <PlaceCell owner={owner} environment={environment} subscriptionName={subscriptionName} />
      </td>
      <td role="cell" data-label="Last read">
        <div className="min-w-0">
          <LastReadCell subject={row} at={view.at} />
        </div>
      </td>
    </tr>
  )
}
