// The vaults of the estate, one a row.
import type { View } from '#app/view.ts'
import { oneOf } from '#app/_search/params.ts'
import { findingsHref, defaultSearch, withFilter } from '#app/findings/search.ts'
import { SeverityCount, UnknownCount, WaivedCount } from '#app/findings/severity-count.tsx'
import { PlaceCell } from '#app/findings/subject-cells.tsx'
import { ownerHref } from '#app/owners/owner-href.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Link } from '#components/ui/link.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { severities } from '#lib/domain/severity.ts'
import { count, percent } from '#lib/format/number.ts'
import type { FindingFilter } from '#lib/queries/findings/finding-filter.ts'
import type { VaultRow } from '#lib/queries/vaults/list-vaults.ts'
import { vaultSorts } from '#lib/queries/vaults/vault-filter.ts'
import { type VaultsSearch, vaultHref, vaultsHref } from './search.ts'
import { AccessCell, CoverageBadge, LoggingCell, NetworkCell, PurgeCell } from './setting-cells.tsx'
import { type TableColumn, tableColumnKeys, tableColumns } from './table-columns.ts'
import { shortReasons } from './words.ts'

type VaultsTableProps = { view: View; search: VaultsSearch; rows: readonly VaultRow[] }

export function VaultsTable({ view, search, rows }: VaultsTableProps) {
  return (
    <DataTable
      caption="Vaults"
      columns={columnsFor(view)}
      shown={search.columns}
      rows={rows}
      rowKey={({ vaultId }) => vaultId}
      sorting={{
        key: search.order.sort,
        direction: search.order.direction,
        descendingFirst: ['findings', 'objects'],
        hrefFor: (key, direction) =>
          vaultsHref(
            { ...search, order: { sort: oneOf(key, vaultSorts) ?? 'findings', direction }, page: 1 },
            view.asOf,
          ),
      }}
    />
  )
}

function columnsFor(view: View): Column<VaultRow>[] {
  const cells = cellsFor(view)
  return tableColumnKeys.map((key) => ({ key, header: tableColumns[key], ...cells[key] }))
}

function cellsFor(view: View): Record<TableColumn, Omit<Column<VaultRow>, 'key' | 'header'>> {
  const { asOf } = view
  const rowsHref = (vault: string, filter: Partial<FindingFilter>) =>
    findingsHref(withFilter(defaultSearch, { vault, ...filter }), asOf)
  return {
    name: {
      sortable: true,
      width: 'sm:min-w-46',
      cell: ({ name, location }) => (
        <>
          <Link href={vaultHref(name, asOf)} look="row">
            {name}
          </Link>
          <div className="text-faint">{location}</div>
        </>
      ),
    },
    posture: {
      sortable: true,
      align: 'right',
      cell: ({ posture, passed, judged }) =>
        posture === null ? (
          <UnknownMark />
        ) : (
          <>
            <div className="font-medium">{percent(posture)}</div>
            <div className="text-faint">
              {count(passed)} of {count(judged)}
            </div>
          </>
        ),
    },
    findings: {
      sortable: true,
      cell: (row) => (
        <span className="flex flex-wrap gap-x-3 gap-y-1.5 sm:w-28">
          {severities
            .filter((severity) => row[severity] > 0)
            .map((severity) => (
              <SeverityCount
                key={severity}
                severity={severity}
                value={row[severity]}
                href={rowsHref(row.name, { severities: [severity] })}
              />
            ))}
          {row.unknown > 0 ? (
            <UnknownCount value={row.unknown} href={rowsHref(row.name, { status: 'unknown' })} />
          ) : null}
          {row.waived > 0 ? <WaivedCount value={row.waived} href={rowsHref(row.name, { status: 'waived' })} /> : null}
          {severities.every((severity) => row[severity] === 0) && row.unknown === 0 && row.waived === 0 ? (
            <span className="text-faint">none</span>
          ) : null}
        </span>
      ),
    },
    coverage: {
      cell: ({ coverage, unreadCodes }) => {
        return (
          <>
            <CoverageBadge coverage={coverage} />
            {coverage !== 'read' && unreadCodes.length > 0 ? (
              <div className="mt-1 text-faint">{unreadCodes.map((code) => shortReasons[code]).join(', ')}</div>
            ) : null}
          </>
        )
      },
    },
    objects: {
      sortable: true,
      align: 'right',
      cell: ({ name, objects }) =>
        objects > 0 ? (
          <Link href={`${vaultHref(name, asOf)}#objects`} look="plain" className="hover:underline">
            {count(objects)}
          </Link>
        ) : (
          '0'
        ),
    },
    owner: {
      sortable: true,
      cell: ({ owner, environment, subscriptionName }) => (
        <PlaceCell
          owner={owner}
          ownerHref={ownerHref(owner, view)}
          environment={environment}
          subscriptionName={subscriptionName}
          narrow
        />
      ),
    },
    network: {
      hideBelow: 'phone',
      cell: ({ network, owned }) => <NetworkCell network={network} owned={owned} />,
    },
    access: {
      hideBelow: 'phone',
      cell: ({ accessModel, owned }) => <AccessCell model={accessModel} owned={owned} />,
    },
    purge: {
      hideBelow: 'phone',
      cell: ({ purgeProtection, owned }) => <PurgeCell on={purgeProtection} owned={owned} />,
    },
    logging: {
      hideBelow: 'phone',
      cell: ({ logging, owned }) => <LoggingCell logging={logging} owned={owned} />,
    },
  }
}
