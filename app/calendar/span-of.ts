import { addDays, isoDate } from '#lib/format/date.ts'
import { type CalendarSpan, dueBy } from '#lib/queries/calendar/calendar-filter.ts'
import { midnight, monthText, spanOfMonth, weekdayText } from './months.ts'
import { aheadDays, type Span } from './search.ts'

/** The instants of a span, seen from `at`. Days are UTC days; `ahead` begins with what is not due yet. */
export function spanOf(span: Span, at: Date): CalendarSpan {
  switch (span.kind) {
    case 'month':
      return spanOfMonth(span.month)
    case 'day':
      return { from: midnight(span.day), to: addDays(midnight(span.day), 1) }
    case 'overdue':
      return dueBy(at)
    case 'ahead':
      return { from: dueBy(at).to, to: aheadUntil(at) }
  }
}

/** The end of the last of the coming days that `ahead` shows. */
const aheadUntil = (at: Date) => addDays(midnight(isoDate(at)), aheadDays + 1)

/** What a span is called: "December 2026", "Monday 2026-12-14", "Overdue". */
export function spanText(span: Span): string {
  switch (span.kind) {
    case 'month':
      return monthText(span.month)
    case 'day':
      return `${weekdayText(span.day)} ${span.day}`
    case 'overdue':
      return 'Overdue'
    case 'ahead':
      return `The next ${aheadDays} days`
  }
}
