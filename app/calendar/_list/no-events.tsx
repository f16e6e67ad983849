// Why the list is empty.
import { EmptyState } from '#components/ui/empty-state.tsx'
import { type CalendarSearch, calendarHref, type Span, withoutCalendarFilters } from '../search.ts'

type NoEventsProps = { search: CalendarSearch; filtered: boolean; asOf: string | null }

const titles: Record<Span['kind'], string> = {
  month: 'Nothing expires or falls due in this month',
  day: 'Nothing expires or falls due on this day',
  overdue: 'Nothing is late',
  ahead: 'Nothing expires or falls due in these days',
}

export function NoEvents({ search, filtered, asOf }: NoEventsProps) {
  if (filtered) {
    return (
      <EmptyState
        title="Nothing here is like that"
        action={{ href: calendarHref(withoutCalendarFilters(search), asOf), label: 'Clear all filters' }}
      >
        No date in this part of the calendar matches all of the filters together.
      </EmptyState>
    )
  }
  return <EmptyState title={titles[search.span.kind]}>That is of what Kempt could read.</EmptyState>
}
