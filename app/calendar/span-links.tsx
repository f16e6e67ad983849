// The way through time: one month or day back and on, and from the grid to the list.
import { SwitchLinks } from '#app/_search/switch-links.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { addDays, isoDate } from '#lib/format/date.ts'
import { midnight, monthOf, shiftMonth } from './months.ts'
import { asList, asMonth, type CalendarSearch, calendarHref, type Span } from './search.ts'
import { spanText } from './span-of.ts'

type SpanLinksProps = { search: CalendarSearch; asOf: string | null }

export function SpanLinks({ search, asOf }: SpanLinksProps) {
  const { span, view, today } = search
  const [before, after] = [neighbour(span, -1), neighbour(span, 1)]
  const month = asMonth(search)
  const href = (to: Span) => calendarHref({ ...search, span: to, page: 1 }, asOf)
  const isThisMonth = span.kind !== 'month' || span.month === monthOf(today)
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      {before ? <ButtonLink href={href(before)}>{`← ${spanText(before)}`}</ButtonLink> : null}
      {after ? <ButtonLink href={href(after)}>{`${spanText(after)} →`}</ButtonLink> : null}
      {isThisMonth ? null : (
        <ButtonLink href={calendarHref({ ...search, span: { kind: 'month', month: monthOf(today) }, page: 1 }, asOf)}>
          This month
        </ButtonLink>
      )}
      {view === 'list' ? (
        <SwitchLinks
          label="Which part"
          links={lists(month).map((one) => ({ word: spanText(one), href: href(one), current: one.kind === span.kind }))}
        />
      ) : null}
    </div>
  )
}

const lists = ({ span }: CalendarSearch): Span[] => [{ kind: 'overdue' }, { kind: 'ahead' }, span]

function neighbour(span: Span, by: number): Span | null {
  if (span.kind === 'month') {
    const month = shiftMonth(span.month, by)
    return month ? { kind: 'month', month } : null
  }
  return span.kind === 'day' ? { kind: 'day', day: isoDate(addDays(midnight(span.day), by)) } : null
}

/** As a grid, or as a list. */
export function ViewLinks({ search, asOf }: SpanLinksProps) {
  return (
    <SwitchLinks
      label="Look"
      links={[
        { word: 'Month', href: calendarHref(asMonth(search), asOf), current: search.view === 'month' },
        { word: 'List', href: calendarHref(listOf(search), asOf), current: search.view === 'list' },
      ]}
    />
  )
}

/** From the present month the list goes on into the next: what is near is asked for more often than what a month holds. */
function listOf(search: CalendarSearch): CalendarSearch {
  const { view, span, today } = search
  const isUsual = view === 'month' && span.kind === 'month' && span.month === monthOf(today)
  return asList(search, isUsual ? { kind: 'ahead' } : span)
}
