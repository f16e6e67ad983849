// The URL of the calendar and back; nonsense means the default view.
import { addressOf, repeated } from '#app/_search/address.ts'
import { dateIn, oneOf, pageIn, type SearchParams, someOf, textIn, textsIn } from '#app/_search/params.ts'
import { objectKinds } from '#lib/domain/vault-object.ts'
import { isoDate } from '#lib/format/date.ts'
import { type CalendarFilter, eventKinds, everyEvent } from '#lib/queries/calendar/calendar-filter.ts'
import { monthIn, monthOf } from './months.ts'

/** What of the time is looked at. `ahead`: the next `aheadDays`, from today on; `overdue`: what should have been done by now. */
export type Span =
  | { kind: 'month'; month: string }
  | { kind: 'day'; day: string }
  | { kind: 'overdue' }
  | { kind: 'ahead' }

export type CalendarSearch = {
  /** The day the view is of: what is called today on it. */
  today: string
  view: 'month' | 'list'
  /** A month, in the view of a month. */
  span: Span
  filter: CalendarFilter
  /** Of the list, from 1. */
  page: number
}

export const aheadDays = 60

export const calendarPageSize = 50

export function readCalendarSearch(params: SearchParams, at: Date): CalendarSearch {
  const today = isoDate(at)
  const view = oneOf(params.view, ['month', 'list'] as const) ?? (params.day || params.when ? 'list' : 'month')
  return {
    today,
    view,
    span: spanIn(params, { view, today }),
    filter: {
      owner: textIn(params.owner),
      environments: textsIn(params.environment),
      subscriptions: textsIn(params.subscription),
      kinds: someOf(params.kind, objectKinds),
      events: someOf(params.what, eventKinds),
    },
    page: pageIn(params.page),
  }
}

function spanIn(params: SearchParams, { view, today }: { view: 'month' | 'list'; today: string }): Span {
  const [date, month] = [dateIn(params.day), monthIn(params.month)]
  const day = date && isoDate(date)
  if (view === 'month') return { kind: 'month', month: month ?? (day ? monthOf(day) : monthOf(today)) }
  if (day) return { kind: 'day', day }
  if (oneOf(params.when, ['overdue'] as const)) return { kind: 'overdue' }
  return month ? { kind: 'month', month } : { kind: 'ahead' }
}

/** The address of a view; what is default stays out of it. `path` may be that of an export. */
export function calendarHref(search: CalendarSearch, asOf: string | null, path = '/calendar'): string {
  const { today, view, span, filter, page } = search
  const isUsual = view === 'month' && span.kind === 'month' && span.month === monthOf(today)
  return addressOf(path, [
    ['asOf', asOf],
    ['view', view === 'list' ? view : null],
    ['month', span.kind === 'month' && !isUsual ? span.month : null],
    ['day', span.kind === 'day' ? span.day : null],
    ['when', span.kind === 'overdue' ? 'overdue' : null],
    ['owner', filter.owner],
    ...repeated('environment', filter.environments),
    ...repeated('subscription', filter.subscriptions),
    ...repeated('kind', filter.kinds),
    ...repeated('what', filter.events),
    ['page', page > 1 ? String(page) : null],
  ])
}

/** The same view, narrowed or widened, from its first page. */
export const withCalendarFilter = (search: CalendarSearch, changed: Partial<CalendarFilter>): CalendarSearch => ({
  ...search,
  filter: { ...search.filter, ...changed },
  page: 1,
})

export const withoutCalendarFilters = (search: CalendarSearch): CalendarSearch => withCalendarFilter(search, everyEvent)

/** The month of a view as a grid; of a list that is no month, the one it begins in. */
export const asMonth = (search: CalendarSearch, month = monthShown(search)): CalendarSearch => ({
  ...search,
  view: 'month',
  span: { kind: 'month', month },
  page: 1,
})

/** A span as a list. */
export const asList = (search: CalendarSearch, span: Span = search.span): CalendarSearch => ({
  ...search,
  view: 'list',
  span,
  page: 1,
})

function monthShown({ span, today }: CalendarSearch): string {
  if (span.kind === 'month') return span.month
  return monthOf(span.kind === 'day' ? span.day : today)
}
