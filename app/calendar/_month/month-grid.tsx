// One month as a table of weeks. On a phone the days that have anything stand under each other.
// biome-ignore-all lint/a11y/noRedundantRoles: a table whose cells become blocks on a phone stops being one for screen
// readers, unless its roles are written out.
import type { EventDay } from '#lib/queries/calendar/count-events-by-day.ts'
import { monthOf, monthText, weekdayText, weeksOf } from '../months.ts'
import type { CalendarSearch } from '../search.ts'
import { DayCell } from './day-cell.tsx'

type MonthGridProps = { month: string; days: readonly EventDay[]; search: CalendarSearch; asOf: string | null }

export function MonthGrid({ month, days, search, asOf }: MonthGridProps) {
  const weeks = weeksOf(month)
  const byDay = new Map(days.map((day) => [day.day, day]))
  return (
    <div className="overflow-hidden rounded-b-lg">
      <table role="table" className="w-full table-fixed border-separate border-spacing-0 text-table max-sm:block">
        <caption className="sr-only">{`${monthText(month)}, day by day (UTC)`}</caption>
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row">
            {(weeks[0] ?? []).map((day) => (
              <th
                key={day}
                role="columnheader"
                scope="col"
                className="px-2 pb-1.5 text-left text-xs font-medium text-faint"
              >
                <abbr title={weekdayText(day)} className="no-underline">
                  {weekdayText(day).slice(0, 3)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:block">
          {weeks.map((week) => (
            <tr key={week[0]} role="row" className="max-sm:block print:break-inside-avoid">
              {week.map((day) => (
                <DayCell
                  key={day}
                  day={day}
                  isInMonth={monthOf(day) === month}
                  events={monthOf(day) === month ? byDay.get(day) : undefined}
                  search={search}
                  asOf={asOf}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
