// The vault of a line of a ledger, and where it stands.
import { vaultHref } from '#app/vaults/search.ts'
import type { Column } from '#components/table/data-table.tsx'
import { Link } from '#components/ui/link.tsx'
import type { PlacedVault } from '#lib/queries/placed-vault.ts'

export const vaultColumn = (asOf: string | null): Column<PlacedVault> => ({
  key: 'vault',
  header: 'Vault',
  width: 'align-top sm:w-64',
  cell: ({ name, place }) => (
    <>
      <Link href={vaultHref(name, asOf)} look="row" className="break-all">
        {name}
      </Link>
      {place ? (
        <div className="text-faint [overflow-wrap:anywhere]">
          {place.subscriptionName} · {place.resourceGroup}
        </div>
      ) : null}
    </>
  ),
})
