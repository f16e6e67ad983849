// The filter form of Owners. A GET form, so it works without scripts.
import { columnsField } from '#app/_search/columns.ts'
import { FilterBar, SearchField } from '#components/table/filter-bar.tsx'
import { byPosture } from '#lib/queries/owners/owner-order.ts'
import { type OwnersSearch, ownersHref } from './search.ts'
import { tableColumnKeys } from './table-columns.ts'

export function OwnerFilters({ search, asOf }: { search: OwnersSearch; asOf: string | null }) {
  const { filter, order, columns } = search
  const isUsual = order.sort === byPosture.sort && order.direction === byPosture.direction
  return (
    <FilterBar
      // A field keeps what it first showed: after a link to another filter the form has to begin anew.
      key={ownersHref({ ...search, page: 1 }, asOf)}
      action="/owners"
      keep={{
        asOf: asOf ?? undefined,
        columns: columnsField(columns, tableColumnKeys),
        sort: isUsual ? undefined : order.sort,
        dir: isUsual ? undefined : order.direction,
      }}
    >
      <SearchField name="q" label="Owner" value={filter.text ?? undefined} placeholder="Part of a name" />
    </FilterBar>
  )
}
