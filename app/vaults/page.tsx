// Which vaults are there, how do they stand, and how much of each was seen?
import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { besideColumns } from '#app/_search/columns.ts'
import { FoldedOnPhone } from '#app/_search/folded-on-phone.tsx'
import { hasBlanks } from '#app/_search/params.ts'
import { SwitchLinks } from '#app/_search/switch-links.tsx'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { SavedViews } from '#app/_views/saved-views.tsx'
import { MineSwitch } from '#app/mine/mine-switch.tsx'
import { openView } from '#app/view.ts'
import { ColumnChoice } from '#components/table/column-choice.tsx'
import { ExportLinks } from '#components/table/export-links.tsx'
import { Pager } from '#components/table/pager.tsx'
import { Card } from '#components/ui/card.tsx'
import { Chips } from '#components/ui/chip.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { count } from '#lib/format/number.ts'
import { listFindingChoices } from '#lib/queries/findings/list-finding-choices.ts'
import { listDeletedVaults } from '#lib/queries/vaults/list-deleted-vaults.ts'
import { listVaults } from '#lib/queries/vaults/list-vaults.ts'
import { vaultChips } from './chips.ts'
import { DeletedVaultsCard } from './deleted-vaults-card.tsx'
import { VaultFilters } from './filters.tsx'
import { NoVaultYet } from './no-vault-yet.tsx'
import {
  deletedVaults,
  readVaultsSearch,
  vaultPageSize,
  vaultStates,
  vaultsHref,
  withoutVaultFilters,
  withVaultFilter,
} from './search.ts'
import { tableColumnKeys, tableColumns } from './table-columns.ts'
import { VaultsTable } from './vaults-table.tsx'

export const metadata: Metadata = { title: 'Vaults' }

export default async function VaultsPage({ searchParams }: PageProps<'/vaults'>) {
  const view = await openView(searchParams)
  const search = readVaultsSearch(await searchParams)
  const { db, scope, at, asOf } = view
  if (hasBlanks(await searchParams)) redirect(vaultsHref(search, asOf) as Route)
  const { show, filter, page } = search
  const [choices, { rows, total }, deleted] = await Promise.all([
    listFindingChoices(db, scope, { at }),
    listVaults(db, scope, { at, ...search, pageSize: vaultPageSize }),
    listDeletedVaults(db, scope, {
      at,
      ...(show === 'deleted' ? { text: filter.text, page } : { text: null, page: 1 }),
      pageSize: vaultPageSize,
    }),
  ])
  const subscriptionName = (idOrName: string) =>
    choices.subscriptions.find(({ id }) => id === idOrName)?.name ?? idOrName
  const chips = vaultChips(search, { asOf, subscriptionName })
  const all = { ...search, columns: tableColumnKeys, page: 1 }
  const href = vaultsHref({ ...search, page: 1 }, asOf)
  const title = search.page > 1 && total === 0 ? 'Vaults' : `${count(total)} ${total === 1 ? 'vault' : 'vaults'}`
  return (
    <Shell view={view} current="vaults">
      <PageHeader
        view={view}
        title="Vaults"
        lede={
          show === 'deleted'
            ? 'Vaults that were deleted, and until when they can be had back.'
            : 'Posture is the severity-weighted share of passing checks; what could not be read takes no part in it.'
        }
        actions={<ExportLinks hrefFor={(format) => vaultsHref(all, asOf, `/vaults/export.${format}`)} />}
      />
      <div className="grid grid-cols-1 gap-4">
        {deleted.total > 0 || show === 'deleted' ? (
          <div>
            <SwitchLinks
              label="Which vaults"
              links={vaultStates.map((state) => ({
                word: stateWords(filter.text === null ? deleted.total : null)[state],
                href: vaultsHref(state === 'deleted' ? deletedVaults : readVaultsSearch({}), asOf),
                current: state === show,
              }))}
            />
          </div>
        ) : null}
        {show === 'deleted' ? (
          <>
            <SavedViews view={view} path="/vaults" href={href} />
            <DeletedVaultsCard view={view} search={search} {...deleted} />
          </>
        ) : (
          <>
            <FoldedOnPhone inUse={chips.length}>
              <VaultFilters search={search} choices={choices} asOf={asOf} />
            </FoldedOnPhone>
            <MineSwitch
              view={view}
              owner={filter.owner}
              hrefFor={(owner) => vaultsHref(withVaultFilter(search, { owner }), asOf)}
            />
            <Chips chips={chips} clearAllHref={vaultsHref(withoutVaultFilters(search), asOf)} />
            <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
              <SavedViews view={view} path="/vaults" href={href} />
              <ColumnChoice
                action="/vaults"
                keep={besideColumns(href)}
                columns={Object.entries(tableColumns).map(([key, header]) => ({ key, header }))}
                shown={search.columns}
                allHref={vaultsHref(all, asOf)}
                sortedBy={search.order.sort}
              />
            </div>
            <Card title={title} flush>
              {rows.length > 0 ? (
                <VaultsTable view={view} search={search} rows={rows} />
              ) : search.page > 1 ? (
                <EmptyState
                  title="This page has no vaults"
                  action={{ href: vaultsHref({ ...search, page: 1 }, asOf), label: 'First page' }}
                />
              ) : chips.length > 0 ? (
                <EmptyState
                  title="No vault is like that"
                  action={{ href: vaultsHref(withoutVaultFilters(search), asOf), label: 'Clear all filters' }}
                />
              ) : (
                <NoVaultYet view={view} />
              )}
              {total > 0 ? (
                <Pager
                  page={search.page}
                  pageSize={vaultPageSize}
                  total={total}
                  unit="vaults"
                  hrefFor={(page) => vaultsHref({ ...search, page }, asOf)}
                />
              ) : null}
            </Card>
          </>
        )}
      </div>
    </Shell>
  )
}

/** The number is that of all of them, so it is not said beside a search. */
const stateWords = (deleted: number | null) => ({
  standing: 'Standing',
  deleted: deleted === null ? 'Deleted, recoverable' : `Deleted, recoverable (${count(deleted)})`,
})
