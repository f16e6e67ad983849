// The filter form of the calendar. A GET form, so it works without scripts.
import { namedChoices, PlaceFields } from '#app/_search/place-fields.tsx'
import { ChoicesField } from '#components/table/choices-field.tsx'
import { FilterBar } from '#components/table/filter-bar.tsx'
import type { FindingChoices } from '#lib/queries/findings/list-finding-choices.ts'
import { type CalendarSearch, calendarHref } from './search.ts'
import { eventWords, objectKindWords } from './words.ts'

type CalendarFiltersProps = { search: CalendarSearch; choices: FindingChoices; asOf: string | null }

export function CalendarFilters({ search, choices, asOf }: CalendarFiltersProps) {
  const { view, span, filter } = search
  return (
    <FilterBar
      // Boxes and fields keep what they first showed: after a link to another filter the form has to begin anew.
      key={calendarHref({ ...search, page: 1 }, asOf)}
      action="/calendar"
      keep={{
        asOf: asOf ?? undefined,
        view: view === 'list' ? view : undefined,
        month: span.kind === 'month' ? span.month : undefined,
        day: span.kind === 'day' ? span.day : undefined,
        when: span.kind === 'overdue' ? 'overdue' : undefined,
      }}
    >
      <PlaceFields filter={filter} choices={choices} />
      <ChoicesField
        name="kind"
        label="Kind"
        anyLabel="All kinds"
        chosen={filter.kinds}
        choices={namedChoices(objectKindWords)}
      />
      <ChoicesField
        name="what"
        label="What"
        anyLabel="Expires or due"
        chosen={filter.events}
        choices={namedChoices(eventWords)}
      />
    </FilterBar>
  )
}
