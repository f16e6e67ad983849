// The vaults of the estate, one a row.
import type { View } from '#app/view.ts'
import { oneOf } from '#app/_search/params.ts'
import { findingsHref, defaultSearch, withFilter } from '#app/findings/search.ts'
import { SeverityCount, UnknownCount, WaivedCount } from '#app/findings/severity-count.tsx'
import { PlaceCell } from '#app/findings/subject-cells.tsx'
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
import { shortReasons } from './words.ts'

type VaultsTableProps = { view: View; search: VaultsSearch; rows: readonly VaultRow[] }

export function VaultsTable({ view, search, rows }: VaultsTableProps) {
  return (
    <DataTable
      caption="Vaults"
      columns={columnsFor(view)}
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

function columnsFor({ asOf }: View): Column<VaultRow>[] {
  const rowsHref = (vault: string, filter: Partial<FindingFilter>) =>
    findingsHref(withFilter(defaultSearch, { vault, ...filter }), asOf)
  return [
    {
      key: 'name',
      header: 'Vault',
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
    {
      key: 'posture',
      header: 'Posture',
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
    {
      key: 'findings',
      header: 'Open findings',
      sortable: true,
      cell: (row) => (
        <span className="flex flex-wrap gap-x-3 gap-y-1 sm:w-28">
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
    {
      key: 'coverage',
      header: 'Coverage',
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
    {
      key: 'objects',
      header: 'Objects',
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
    {
      key: 'owner',
      header: 'Owner and place',
      sortable: true,
      cell: ({ owner, environment, subscriptionName }) => (
        <PlaceCell owner={owner} environment={environment} subscriptionName={subscriptionName} narrow />
      ),
    },
    {
      key: 'network',
      header: 'Network',
      hideBelow: 'phone',
      cell: ({ network, owned }) => <NetworkCell network={network} owned={owned} />,
    },
    {
      key: 'access',
      header: 'Access',
      hideBelow: 'phone',
      cell: ({ accessModel, owned }) => <AccessCell model={accessModel} owned={owned} />,
    },
    {
      key: 'purge',
      header: 'Purge protected',
      hideBelow: 'phone',
      cell: ({ purgeProtection, owned }) => <PurgeCell on={purgeProtection} owned={owned} />,
    },
    {
      key: 'logging',
      header: 'Audit log',
      hideBelow: 'phone',
      cell: ({ logging, owned }) => <LoggingCell logging={logging} owned={owned} />,
    },
  ]
}
