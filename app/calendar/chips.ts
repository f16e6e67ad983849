// The filters of the calendar in force, as words, each with the address of the same view without it.
import { either, placeChips } from '#app/_search/place-chips.ts'
import type { CalendarFilter } from '#lib/queries/calendar/calendar-filter.ts'
import { type CalendarSearch, calendarHref, withCalendarFilter } from './search.ts'
import { eventWords, objectKindWords } from './words.ts'

const lower = (text: string) => text.toLowerCase()

export function calendarChips(
  search: CalendarSearch,
  { asOf, subscriptionName }: { asOf: string | null; subscriptionName: (idOrName: string) => string },
): { label: string; clearHref: string }[] {
  const { filter } = search
  const without = (cleared: Partial<CalendarFilter>) => calendarHref(withCalendarFilter(search, cleared), asOf)
  return [
    ...placeChips(filter, without, subscriptionName),
    filter.kinds.length > 0 && {
      label: `Kind: ${either(filter.kinds.map((kind) => lower(objectKindWords[kind])))}`,
      clearHref: without({ kinds: [] }),
    },
    filter.events.length > 0 && {
      label: `What: ${either(filter.events.map((event) => lower(eventWords[event])))}`,
      clearHref: without({ events: [] }),
    },
  ].filter((one) => one !== false)
}
