// What expires and falls due in one month, day by day?
import type { View } from '#app/view.ts'
import { Card } from '#components/ui/card.tsx'
import { countEventsByDay } from '#lib/queries/calendar/count-events-by-day.ts'
import { spanOfMonth, monthOf, monthText } from '../months.ts'
import { asList, type CalendarSearch, calendarHref } from '../search.ts'
import { countsText } from '../words.ts'
import { MonthGrid } from './month-grid.tsx'

type MonthCardProps = { view: View; search: CalendarSearch; month: string }

export async function MonthCard({ view: { db, scope, at, asOf }, search, month }: MonthCardProps) {
  const days = await countEventsByDay(db, scope, { at, filter: search.filter, span: spanOfMonth(month) })
  const total = {
    expiry: days.reduce((sum, day) => sum + day.expiry, 0),
    rotation: days.reduce((sum, day) => sum + day.rotation, 0),
  }
  const isPast = month < monthOf(search.today)
  const isEmpty = days.length === 0
  const said = isEmpty ? 'Nothing expires or falls due in this month' : `In this month ${countsText(total, isPast)}`
  return (
    <Card
      title={monthText(month)}
      note={`${said}.${month <= monthOf(search.today) ? ' Of days gone by it shows what still stands so.' : ''}`}
      {...(isEmpty
        ? {}
        : { href: calendarHref(asList(search, { kind: 'month', month }), asOf), hrefLabel: 'As a list' })}
      flush
    >
      <MonthGrid month={month} days={days} search={search} asOf={asOf} />
    </Card>
  )
}
