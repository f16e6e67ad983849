// The list of owners with its filter, and first of all what has none.
import { momentOf } from '#app/_overview/moment-of.ts'
import { oncePerSnapshot } from '#app/_overview/once-per-snapshot.ts'
import { besideColumns } from '#app/_search/columns.ts'
import { SavedViews } from '#app/_views/saved-views.tsx'
import type { View } from '#app/view.ts'
import { ColumnChoice } from '#components/table/column-choice.tsx'
import { Pager } from '#components/table/pager.tsx'
import { CardSlot } from '#components/ui/card-slot.tsx'
import { Card } from '#components/ui/card.tsx'
import { Chips } from '#components/ui/chip.tsx'
import { count } from '#lib/format/number.ts'
import type { Standing } from '#lib/queries/get-standing.ts'
import { listOwnerTrends } from '#lib/queries/owners/list-owner-trends.ts'
import { listOwners } from '#lib/queries/owners/list-owners.ts'
import { OwnerFilters } from './filters.tsx'
import { NobodyCard, nobodyTitle } from './nobody-card.tsx'
import { NoOwners } from './no-owners.tsx'
import { OwnersTable } from './owners-table.tsx'
import { ownerPageSize, type OwnersSearch, ownersHref, withoutOwnerFilters } from './search.ts'
import { tableColumnKeys, tableColumns } from './table-columns.ts'
import { ownersAsked } from './windows.ts'

const weeks = 13

type OwnersListProps = { view: View; standing: Standing; search: OwnersSearch }

export async function OwnersList({ view, standing, search }: OwnersListProps) {
  const { db, scope, at, asOf } = view
  const asked = ownersAsked(at, standing)
  // Sums over the whole estate, which only a snapshot or a waiver changes.
  const { rows, total, trends } = await oncePerSnapshot(ownersHref(search, null), await momentOf(view), async () => {
    const listed = await listOwners(db, scope, { ...asked, ...search, pageSize: ownerPageSize })
    const owners = listed.rows.map(({ owner }) => owner)
    return { ...listed, trends: await listOwnerTrends(db, scope, { at, owners, weeks }) }
  })
  const { text } = search.filter
  const clearHref = ownersHref(withoutOwnerFilters(search), asOf)
  return (
    <div className="grid grid-cols-1 gap-4">
      {/* Whoever sees only what is theirs sees nothing without an owner. */}
      {scope.kind === 'everything' ? (
        <CardSlot title={nobodyTitle} height="low">
          <NobodyCard view={view} asked={asked} />
        </CardSlot>
      ) : null}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <OwnerFilters search={search} asOf={asOf} />
        <ColumnChoice
          action="/owners"
          keep={besideColumns(ownersHref(search, asOf))}
          columns={tableColumnKeys.map((key) => ({ key, header: tableColumns[key] }))}
          shown={search.columns}
          allHref={ownersHref({ ...search, columns: tableColumnKeys }, asOf)}
          sortedBy={search.order.sort}
        />
      </div>
      <Chips chips={text === null ? [] : [{ label: `Name holds “${text}”`, clearHref }]} clearAllHref={clearHref} />
      <SavedViews view={view} path="/owners" href={ownersHref({ ...search, page: 1 }, asOf)} />
      <Card
        title={search.page > 1 && total === 0 ? 'Owners' : `${count(total)} ${total === 1 ? 'owner' : 'owners'}`}
        note="Posture is the severity-weighted share of passing checks; what could not be judged, or is waived, takes no part in it."
        flush
      >
        {rows.length > 0 ? (
          <OwnersTable view={view} search={search} rows={rows} trends={trends} asked={asked} />
        ) : (
          <NoOwners view={view} search={search} />
        )}
        {total > 0 ? (
          <Pager
            page={search.page}
            pageSize={ownerPageSize}
            total={total}
            unit="owners"
            hrefFor={(page) => ownersHref({ ...search, page }, asOf)}
          />
        ) : null}
      </Card>
    </div>
  )
}
