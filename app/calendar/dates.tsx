// The calendar itself: what is late and what comes next, narrowed as asked for, as a month or as a list, and what it cannot know.
import { FoldedOnPhone } from '#app/_search/folded-on-phone.tsx'
import { MineSwitch } from '#app/mine/mine-switch.tsx'
import type { View } from '#app/view.ts'
import { Chips } from '#components/ui/chip.tsx'
import { countEvents } from '#lib/queries/calendar/count-events.ts'
import { listFindingChoices } from '#lib/queries/findings/list-finding-choices.ts'
import { ListCard } from './_list/list-card.tsx'
import { MonthCard } from './_month/month-card.tsx'
import { calendarChips } from './chips.ts'
import { Figures } from './figures.tsx'
import { CalendarFilters } from './filters.tsx'
import { ReachNote } from './reach-note.tsx'
import { type CalendarSearch, calendarHref, withCalendarFilter, withoutCalendarFilters } from './search.ts'
import { spanOf } from './span-of.ts'
import { SpanLinks, ViewLinks } from './span-links.tsx'

export async function Dates({ view, search }: { view: View; search: CalendarSearch }) {
  const { db, scope, at, asOf } = view
  const ofAnyKind = { at, filter: { ...search.filter, events: [] } }
  const [overdue, ahead, choices] = await Promise.all([
    countEvents(db, scope, { ...ofAnyKind, span: spanOf({ kind: 'overdue' }, at) }),
    countEvents(db, scope, { ...ofAnyKind, span: spanOf({ kind: 'ahead' }, at) }),
    listFindingChoices(db, scope, { at }),
  ])
  const named = new Map(choices.subscriptions.map(({ id, name }) => [id, name]))
  const chips = calendarChips(search, { asOf, subscriptionName: (one) => named.get(one) ?? one })
  return (
    <>
      <Figures overdue={overdue} ahead={ahead} search={search} asOf={asOf} />
      <FoldedOnPhone inUse={chips.length}>
        <CalendarFilters search={search} choices={choices} asOf={asOf} />
      </FoldedOnPhone>
      <Chips chips={chips} clearAllHref={calendarHref(withoutCalendarFilters(search), asOf)} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <SpanLinks search={search} asOf={asOf} />
        <div className="flex flex-wrap items-center gap-2">
          <MineSwitch
            view={view}
            owner={search.filter.owner}
            hrefFor={(owner) => calendarHref(withCalendarFilter(search, { owner }), asOf)}
          />
          <ViewLinks search={search} asOf={asOf} />
        </div>
      </div>
      {search.view === 'month' && search.span.kind === 'month' ? (
        <MonthCard view={view} search={search} month={search.span.month} />
      ) : (
        <ListCard view={view} search={search} filtered={chips.length > 0} />
      )}
      <ReachNote view={view} search={search} />
    </>
  )
}
