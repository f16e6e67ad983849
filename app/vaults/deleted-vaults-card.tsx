// The deleted vaults that can still be recovered, one a row.
import type { View } from '#app/view.ts'
import { OwnerCell } from '#app/findings/subject-cells.tsx'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { FilterBar, SearchField } from '#components/table/filter-bar.tsx'
import { Pager } from '#components/table/pager.tsx'
import { Card } from '#components/ui/card.tsx'
import { CopyCommand } from '#components/ui/copy-command.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { count } from '#lib/format/number.ts'
import type { DeletedVaultRow } from '#lib/queries/vaults/list-deleted-vaults.ts'
import { DeletedDateCell, PurgeDateCell } from './deletion-cells.tsx'
import { recoverVault } from './recover.ts'
import { deletedVaults, vaultHref, vaultPageSize, type VaultsSearch, vaultsHref } from './search.ts'

type DeletedVaultsCardProps = { view: View; search: VaultsSearch; rows: readonly DeletedVaultRow[]; total: number }

export function DeletedVaultsCard({ view, search, rows, total }: DeletedVaultsCardProps) {
  const { asOf } = view
  const { text } = search.filter
  return (
    <>
      <FilterBar
        key={`${text}/${asOf}`}
        action="/vaults"
        keep={{ show: 'deleted', asOf: asOf ?? undefined }}
        {...(text === null ? {} : { clearHref: vaultsHref(deletedVaults, asOf) })}
      >
        <SearchField name="q" label="Vault" value={text ?? undefined} placeholder="Part of a name" />
      </FilterBar>
      <Card
        title={`${count(total)} deleted ${total === 1 ? 'vault' : 'vaults'}`}
        note="They can be recovered, with everything in them, until they are purged. Purging is final."
        flush
      >
        <DataTable
          caption="Deleted vaults that can be recovered"
          columns={columnsFor(view)}
          rows={rows}
          rowKey={({ id }) => id}
          empty={
            text === null && search.page === 1 ? (
              <EmptyState title="No deleted vault is known">
                {view.scope.kind === 'everything'
                  ? 'Either none was deleted, or its time to be recovered is over.'
                  : 'None that named you or a group of yours as its owner.'}
              </EmptyState>
            ) : (
              <EmptyState
                title="No deleted vault is like that"
                action={{ href: vaultsHref(deletedVaults, asOf), label: 'Show all deleted vaults' }}
              />
            )
          }
        />
        {total > 0 ? (
          <Pager
            page={search.page}
            pageSize={vaultPageSize}
            total={total}
            unit="deleted vaults"
            hrefFor={(page) => vaultsHref({ ...search, page }, asOf)}
          />
        ) : null}
      </Card>
    </>
  )
}

const columnsFor = ({ at, asOf }: View): Column<DeletedVaultRow>[] => [
  {
    key: 'name',
    header: 'Vault',
    width: 'sm:min-w-46',
    cell: ({ name, known, location }) => (
      <>
        {known ? (
          <Link href={vaultHref(name, asOf)} look="row">
            {name}
          </Link>
        ) : (
          <span className="font-medium">{name}</span>
        )}
        <div className="text-faint">{known ? location : `${location}, never seen standing`}</div>
      </>
    ),
  },
  {
    key: 'owner',
    header: 'Owner and subscription',
    width: 'sm:min-w-56',
    cell: ({ owner, subscriptionName, subscriptionId }) => (
      <>
        <OwnerCell owner={owner} />
        <div className="text-faint [overflow-wrap:anywhere]">{subscriptionName ?? subscriptionId}</div>
      </>
    ),
  },
  {
    key: 'deleted',
    header: 'Deleted',
    cell: ({ deletedAt }) => <DeletedDateCell deletedAt={deletedAt} at={at} />,
  },
  {
    key: 'purge',
    header: 'Purged',
    cell: ({ scheduledPurgeAt }) => <PurgeDateCell purgeAt={scheduledPurgeAt} at={at} />,
  },
  {
    key: 'protection',
    header: 'Purge protection',
    cell: ({ purgeProtected }) =>
      purgeProtected ? 'On: nobody can purge it sooner' : 'Off: it can be purged at any time',
  },
  {
    key: 'recover',
    header: 'To recover it',
    width: 'sm:min-w-72',
    cell: (row) => <CopyCommand label="The vault and all in it" command={recoverVault(row)} />,
  },
]
