// The filter form of Callers. A GET form, so it works without scripts.
import { columnsField } from '#app/_search/columns.ts'
import { namedChoices } from '#app/_search/place-fields.tsx'
import { ChoicesField } from '#components/table/choices-field.tsx'
import { FilterBar, SearchField } from '#components/table/filter-bar.tsx'
import { byReads } from '#lib/queries/callers/caller-filter.ts'
import { type CallersSearch, callersHref } from './search.ts'
import { tableColumnKeys } from './table-columns.ts'
import { callerKindChoices, habitWords } from './words.ts'

export function CallerFilters({ search, asOf }: { search: CallersSearch; asOf: string | null }) {
  const { filter, order, columns } = search
  const isUsual = order.sort === byReads.sort && order.direction === byReads.direction
  return (
    <FilterBar
      // Boxes and fields keep what they first showed: after a link to another filter the form has to begin anew.
      key={callersHref({ ...search, page: 1 }, asOf)}
      action="/callers"
      keep={{
        asOf: asOf ?? undefined,
        columns: columnsField(columns, tableColumnKeys),
        sort: isUsual ? undefined : order.sort,
        dir: isUsual ? undefined : order.direction,
      }}
    >
      <SearchField
        name="q"
        label="Name or identity"
        value={filter.text ?? undefined}
        placeholder="Part of a name or an id"
      />
      <ChoicesField name="kind" label="Kind" anyLabel="All kinds" chosen={filter.kinds} choices={callerKindChoices} />
      <SearchField name="vault" label="Vault" value={filter.vault ?? undefined} placeholder="Part of a name" />
      <ChoicesField
        name="only"
        label="Only those"
        anyLabel="Whatever they do"
        chosen={filter.habits}
        choices={namedChoices(habitWords)}
      />
    </FilterBar>
  )
}
