// Their vaults, the one with the worst findings first: how each stands, and how much of it was seen.
import { readVaultsSearch, vaultHref, vaultsHref, withVaultFilter } from '#app/vaults/search.ts'
import { CoverageBadge } from '#app/vaults/setting-cells.tsx'
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { shortReasons } from '#app/vaults/words.ts'
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Breakable } from '#components/ui/breakable.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { count, percent } from '#lib/format/number.ts'
import { listVaults, type VaultRow } from '#lib/queries/vaults/list-vaults.ts'
import { OpenFindings } from '../open-findings.tsx'
import type { Whose } from '../whose.ts'

export const vaultsTitle = 'Vaults'

const most = 8

export async function VaultsCard({ view, whose }: { view: View; whose: Whose }) {
  const { db, scope, at, asOf } = view
  const search = withVaultFilter(readVaultsSearch({}), { owner: whose.owner })
  const { rows, total } = await listVaults(db, scope, { at, ...search, pageSize: most })
  return (
    <Card
      title={`${count(total)} ${total === 1 ? 'vault' : 'vaults'}`}
      note={`Figures are over all that is in each${scope.kind === 'owned' ? ' that you may see' : ''}, whoever owns it.${total > rows.length ? ` The ${rows.length} with the worst findings.` : ''}`}
      {...(total > 0 ? { href: vaultsHref(search, asOf), hrefLabel: 'All of them' } : {})}
      flush
    >
      <DataTable
        caption="Vaults of this owner"
        columns={columnsFor(asOf)}
        rows={rows}
        rowKey={({ vaultId }) => vaultId}
        empty={
          <EmptyState title="No vault is theirs">What is theirs stands in vaults that name somebody else.</EmptyState>
        }
      />
    </Card>
  )
}

const columnsFor = (asOf: string | null): Column<VaultRow>[] => [
  {
    key: 'name',
    header: 'Vault',
    cell: ({ name, environment }) => (
      <>
        <Link href={vaultHref(name, asOf)} look="row">
          <Breakable text={name} />
        </Link>
        <div className="text-faint">{environment ?? 'no environment'}</div>
      </>
    ),
  },
  {
    key: 'posture',
    header: 'Posture',
    align: 'right',
    cell: ({ posture, passed, judged }) =>
      posture === null ? (
        <UnknownMark />
      ) : (
        <>
          <div className="font-medium">{percent(posture)}</div>
          <div className="whitespace-nowrap text-faint">
            {count(passed)} of {count(judged)}
          </div>
        </>
      ),
  },
  {
    key: 'findings',
    header: 'Open findings',
    cell: (row) => (
      <OpenFindings
        counts={row}
        hrefFor={(severity) =>
          findingsHref(withFilter(defaultSearch, { vault: row.name, severities: [severity] }), asOf)
        }
      />
    ),
  },
  {
    key: 'coverage',
    header: 'Coverage',
    cell: ({ coverage, unreadCodes }) => (
      <>
        <CoverageBadge coverage={coverage} />
        {coverage !== 'read' && unreadCodes.length > 0 ? (
          <div className="mt-1 text-faint">{unreadCodes.map((code) => shortReasons[code]).join(', ')}</div>
        ) : null}
      </>
    ),
  },
]
