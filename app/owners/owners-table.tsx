// Those who own something, one a row.
import { signedPoints } from '#app/_overview/posture-movers.ts'
import { oneOf } from '#app/_search/params.ts'
import { CountCell } from '#app/callers/_cells/count-cells.tsx'
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { UnknownCount, WaivedCount } from '#app/findings/severity-count.tsx'
import { NotApplicable, SinceCell } from '#app/findings/subject-cells.tsx'
import { postureHref } from '#app/posture/search.ts'
import { readVaultsSearch, vaultsHref, withVaultFilter } from '#app/vaults/search.ts'
import type { View } from '#app/view.ts'
import { Sparkline } from '#components/charts/sparkline.tsx'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Breakable } from '#components/ui/breakable.tsx'
import { Link } from '#components/ui/link.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { isoDate } from '#lib/format/date.ts'
import { count, percent } from '#lib/format/number.ts'
import type { FindingFilter } from '#lib/queries/findings/finding-filter.ts'
import type { OwnerTrendPoint } from '#lib/queries/owners/list-owner-trends.ts'
import type { NamedOwnerRow } from '#lib/queries/owners/list-owners.ts'
import { ownerSorts } from '#lib/queries/owners/owner-order.ts'
import { wholeEstate } from '#lib/queries/posture-filter.ts'
import { objectKinds } from '#lib/domain/vault-object.ts'
import { OpenFindings } from './open-findings.tsx'
import { ownerHref } from './owner-href.ts'
import { descendingFirst, type OwnersSearch, ownersHref } from './search.ts'
import { type TableColumn, tableColumnKeys, tableColumns } from './table-columns.ts'
import type { ownersAsked } from './windows.ts'

type OwnersTableProps = {
  view: View
  search: OwnersSearch
  rows: readonly NamedOwnerRow[]
  trends: ReadonlyMap<string, readonly OwnerTrendPoint[]>
  asked: ReturnType<typeof ownersAsked>
}

export function OwnersTable({ view, search, rows, trends, asked }: OwnersTableProps) {
  const cells = cellsFor(view, trends, asked)
  return (
    <DataTable
      caption="Owners"
      columns={tableColumnKeys.map((key) => ({ key, header: tableColumns[key], ...cells[key] }))}
      shown={search.columns}
      rows={rows}
      rowKey={({ owner }) => owner}
      sorting={{
        key: search.order.sort,
        direction: search.order.direction,
        descendingFirst,
        hrefFor: (key, direction) =>
          ownersHref(
            { ...search, order: { sort: oneOf(key, ownerSorts) ?? 'posture', direction }, page: 1 },
            view.asOf,
          ),
      }}
    />
  )
}

type Cells = Record<TableColumn, Omit<Column<NamedOwnerRow>, 'key' | 'header'>>

function cellsFor(
  view: View,
  trends: OwnersTableProps['trends'],
  { comparedAt, expiring }: OwnersTableProps['asked'],
): Cells {
  const { at, asOf } = view
  const rowsHref = (filter: Partial<FindingFilter>) => findingsHref(withFilter(defaultSearch, filter), asOf)
  return {
    name: {
      sortable: true,
      width: 'sm:min-w-44',
      cell: ({ owner }) => (
        <Link href={ownerHref(owner, view) ?? rowsHref({ owner })} look="row">
          <span className="line-clamp-3" title={owner}>
            <Breakable text={owner} />
          </span>
        </Link>
      ),
    },
    posture: {
      sortable: true,
      align: 'right',
      cell: ({ owner, posture, passed, judged }) =>
        posture === null ? (
          <UnknownMark />
        ) : (
          <>
            <Link
              href={postureHref({ ...wholeEstate, owner }, asOf)}
              look="plain"
              className="font-medium hover:underline"
            >
              {percent(posture)}
            </Link>
            <div className="whitespace-nowrap text-faint">
              {count(passed)} of {count(judged)}
            </div>
          </>
        ),
    },
    trend: {
      hideBelow: 'phone',
      cell: ({ owner, posture }) => (
        <Sparkline
          label={trendText(owner, trends.get(owner) ?? [], posture)}
          rows={trends.get(owner) ?? []}
          width={64}
          leastSpan={0.02}
        />
      ),
    },
    change: {
      sortable: true,
      align: 'right',
      cell: ({ posture, postureBefore }) =>
        posture === null || postureBefore === null ? (
          <NotApplicable />
        ) : (
          <span title={`points since ${isoDate(comparedAt)}`}>{signedPoints(posture - postureBefore)}</span>
        ),
    },
    findings: {
      sortable: true,
      cell: (row) => (
        <OpenFindings counts={row} hrefFor={(severity) => rowsHref({ owner: row.owner, severities: [severity] })} />
      ),
    },
    failing: {
      sortable: true,
      cell: ({ owner, failingSince }) =>
        failingSince ? (
          <Link
            href={findingsHref(
              { ...withFilter(defaultSearch, { owner }), order: { sort: 'since', direction: 'asc' } },
              asOf,
            )}
            look="plain"
            className="hover:underline"
          >
            <SinceCell since={failingSince} at={at} />
          </Link>
        ) : (
          <NotApplicable />
        ),
    },
    expiring: {
      sortable: true,
      align: 'right',
      cell: ({ owner, expiring: objects }) => (
        <CountCell
          value={objects}
          href={rowsHref({
            owner,
            status: 'all',
            enabled: true,
            expires: { from: expiring.fromOn, to: expiring.toOn },
          })}
        />
      ),
    },
    objects: {
      sortable: true,
      align: 'right',
      cell: ({ owner, objects }) => (
        <CountCell value={objects} href={rowsHref({ owner, status: 'all', kinds: [...objectKinds] })} />
      ),
    },
    vaults: {
      sortable: true,
      align: 'right',
      cell: ({ owner, vaults }) => (
        <CountCell value={vaults} href={vaultsHref(withVaultFilter(readVaultsSearch({}), { owner }), asOf)} />
      ),
    },
    unknown: {
      sortable: true,
      align: 'right',
      cell: ({ owner, unknown }) => <UnknownCount value={unknown} href={rowsHref({ owner, status: 'unknown' })} />,
    },
    waived: {
      sortable: true,
      align: 'right',
      cell: ({ owner, waived }) => <WaivedCount value={waived} href={rowsHref({ owner, status: 'waived' })} />,
    },
  }
}

function trendText(owner: string, trend: readonly OwnerTrendPoint[], posture: number | null): string {
  const first = trend.find(({ value }) => value !== null)
  const start =
    first?.value === undefined || first.value === null ? '' : `${percent(first.value)} on ${isoDate(first.at)}, `
  return `Posture of ${owner}: ${start}${posture === null ? 'unknown' : percent(posture)} now`
}
