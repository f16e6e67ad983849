// What does a caller read?
import type { ReactNode } from 'react'
import { oneOf } from '#app/_search/params.ts'
import { NotApplicable } from '#app/findings/subject-cells.tsx'
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Pager } from '#components/table/pager.tsx'
import { TableFoot } from '#components/table/table-foot.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Time } from '#components/ui/time.tsx'
import { isoDate } from '#lib/format/date.ts'
import { count, percent } from '#lib/format/number.ts'
import type { CallerDetail } from '#lib/queries/callers/get-caller.ts'
import { getHoursFrom } from '#lib/queries/callers/get-hours-from.ts'
import { type CallerReadRow, callerReadSorts, listCallerReads } from '#lib/queries/callers/list-caller-reads.ts'
import { CalledCell } from '../_cells/called-cell.tsx'
import { CountCell, ReadsCell } from '../_cells/count-cells.tsx'
import { callerLimits } from '../caller-limits.ts'
import { type CallerSearch, callerReadsHref, defaultCallerSearch, descendingFirst } from './search.ts'
import { VersionCell } from './version-cell.tsx'

const pageSize = 25

type ReadsCardProps = { view: View; caller: CallerDetail; search: CallerSearch }

export async function ReadsCard({ view, caller, search }: ReadsCardProps) {
  const { db, scope, at, asOf } = view
  const { identity, callerId } = caller
  const limits = await callerLimits(view)
  const [{ rows, total }, hoursFrom] = await Promise.all([
    listCallerReads(db, scope, { at, callerId, ...limits, ...search, pageSize }),
    getHoursFrom(db, scope, { at }),
  ])
  const since = hoursFrom ? ` Hours of calls are known since ${isoDate(hoursFrom)} only.` : ''
  return (
    <Card
      title="What it reads"
      note={`Over the last 30 days. Needless are the reads of a secret beyond the first in eight hours from one address, in the last 7 days.${since}`}
      flush
    >
      <DataTable
        caption={`What ${caller.name} reads`}
        columns={columnsFor(view)}
        rows={rows}
        rowKey={({ vault, kind, name }) => `${vault}/${kind}/${name}`}
        sorting={{
          key: search.sort,
          direction: search.direction,
          descendingFirst,
          hrefFor: (key, direction) =>
            callerReadsHref(
              identity,
              { sort: oneOf(key, callerReadSorts) ?? defaultCallerSearch.sort, direction, page: 1 },
              asOf,
            ),
        }}
        empty={
          search.page > 1 ? (
            <EmptyState
              title="This page has no objects"
              action={{ href: callerReadsHref(identity, { ...search, page: 1 }, asOf), label: 'First page' }}
            />
          ) : (
            <EmptyState title="No read is known">The log shows no read of it in the last 30 days.</EmptyState>
          )
        }
      />
      {total > 0 ? (
        <TableFoot exportHref={(format) => callerReadsHref(identity, { ...search, page: 1 }, asOf, `export.${format}`)}>
          <Pager
            page={search.page}
            pageSize={pageSize}
            total={total}
            unit="objects"
            hrefFor={(page) => callerReadsHref(identity, { ...search, page }, asOf)}
          />
        </TableFoot>
      ) : null}
    </Card>
  )
}

const columnsFor = ({ at, asOf }: View): Column<CallerReadRow>[] => [
  {
    key: 'name',
    header: 'Object',
    sortable: true,
    width: 'sm:min-w-60',
    cell: (row) => <CalledCell called={row} asOf={asOf} />,
  },
  { key: 'versions', header: 'Version', width: 'sm:min-w-52', cell: (row) => <VersionCell row={row} /> },
  { key: 'reads', header: 'Reads', sortable: true, align: 'right', cell: (row) => <ReadsCell {...row} /> },
  {
    key: 'last',
    header: 'Last read',
    sortable: true,
    cell: ({ lastReadAt }) => <Time at={lastReadAt} now={at} />,
  },
  {
    key: 'most',
    header: 'Most in eight hours',
    sortable: true,
    align: 'right',
    cell: (row) => <Cached row={row} value={({ most }) => count(most)} />,
  },
  {
    key: 'needless',
    header: 'Needless, 7 days',
    sortable: true,
    align: 'right',
    cell: (row) => (
      <Cached
        row={row}
        value={({ needless, reads }) => (
          <>
            <CountCell value={needless} />
            <div className="text-faint">
              {needless > 0 ? `${percent(needless / reads)} of ` : 'of '}
              {count(reads)}
            </div>
          </>
        )}
      />
    ),
  },
]

/** A key is used and not kept; a secret that was not read in the last 7 days has nothing to say here. */
function Cached({
  row: { kind, caching },
  value,
}: {
  row: CallerReadRow
  value: (caching: NonNullable<CallerReadRow['caching']>) => ReactNode
}) {
  if (caching) return value(caching)
  return kind === 'secret' ? <span className="text-faint">not read</span> : <NotApplicable />
}
