// The filter form of Audit. A GET form, so it works without scripts.
import { namedChoices } from '#app/_search/place-fields.tsx'
import { ChoicesField } from '#components/table/choices-field.tsx'
import { DateField, FilterBar, SearchField } from '#components/table/filter-bar.tsx'
import { isoDate } from '#lib/format/date.ts'
import { type AuditSearch, auditHref, defaultAudit } from './search.ts'
import { actionWords } from './words.ts'

/** `today` (2026-11-23) is the last day there can be an entry of. */
type AuditFiltersProps = { search: AuditSearch; asOf: string | null; today: string }

export function AuditFilters({ search, asOf, today }: AuditFiltersProps) {
  const { filter, direction, pageSize } = search
  return (
    <FilterBar
      // Boxes and fields keep what they first showed: after a link to another filter the form has to begin anew.
      key={auditHref({ ...search, page: 1 }, asOf)}
      action="/audit"
      keep={{
        asOf: asOf ?? undefined,
        dir: direction === defaultAudit.direction ? undefined : direction,
        size: pageSize === defaultAudit.pageSize ? undefined : String(pageSize),
      }}
    >
      <SearchField
        name="person"
        label="Person"
        value={filter.person ?? undefined}
        placeholder="Part of a mail address"
      />
      <SearchField
        name="q"
        label="Subject or note"
        value={filter.text ?? undefined}
        placeholder="A vault, an object, an address"
      />
      <ChoicesField
        name="action"
        label="What was done"
        anyLabel="Anything"
        chosen={filter.actions}
        choices={namedChoices(actionWords)}
      />
      <DateField name="from" label="From (UTC)" value={filter.from ? isoDate(filter.from) : undefined} max={today} />
      <DateField name="to" label="Until (UTC)" value={filter.to ? isoDate(filter.to) : undefined} max={today} />
    </FilterBar>
  )
}
