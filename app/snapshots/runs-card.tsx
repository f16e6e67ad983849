// Which snapshots were taken, how did they end, and what did they cost?
import { firstSnapshotText } from '#app/_shell/nothing-read-yet.tsx'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Pager } from '#components/table/pager.tsx'
import { TableFoot } from '#components/table/table-foot.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { StatusBadge } from '#components/ui/status-badge.tsx'
import { Time } from '#components/ui/time.tsx'
import { count } from '#lib/format/number.ts'
import { listSnapshots, type SnapshotEstate, type SnapshotRow } from '#lib/queries/list-snapshots.ts'
import { mayRunSnapshots } from './may-run-snapshots.ts'
import { durationText, isSilent } from './progress-report.ts'
import { hrefOf, type SnapshotsSearch } from './search.ts'

// What could not be read stands below, and has to be in sight with the latest runs.
const pageSize = 5

export async function RunsCard({ view, search }: { view: View; search: SnapshotsSearch }) {
  const { rows, total } = await listSnapshots(view.db, view.scope, { at: view.at, page: search.runs, pageSize })
  const empty =
    total > 0 ? (
      <EmptyState
        title="This page has no runs"
        action={{ href: hrefOf({ ...search, runs: 1 }), label: 'First page' }}
      />
    ) : (
      <EmptyState title={view.asOf ? `No snapshot had been taken by ${view.asOf}` : 'No snapshot has been taken yet'}>
        {view.asOf ? null : firstSnapshotText(mayRunSnapshots(view.person))}
      </EmptyState>
    )
  return (
    <Card title="Runs" flush note="Newest first. A run reads metadata only; no request can return a value.">
      <DataTable
        caption="Snapshots taken"
        columns={columnsFor(view)}
        rows={rows}
        rowKey={({ id }) => id}
        empty={empty}
      />
      <TableFoot exportHref={(format) => withAsOf(`/snapshots/runs/export.${format}`, view.asOf)}>
        {rows.length > 0 ? (
          <Pager
            page={search.runs}
            pageSize={pageSize}
            total={total}
            unit="runs"
            hrefFor={(runs) => hrefOf({ ...search, runs })}
          />
        ) : null}
      </TableFoot>
    </Card>
  )
}

const triggerWords = { schedule: 'Schedule', person: 'By hand', command: 'Command line' }

function columnsFor({ scope, now }: View): Column<SnapshotRow>[] {
  const shared: Column<SnapshotRow>[] = [
    { key: 'captured', header: 'Captured', cell: ({ capturedAt }) => <Time at={capturedAt} /> },
    { key: 'status', header: 'Status', width: 'sm:min-w-44', cell: (row) => <Status row={row} now={now} /> },
    { key: 'trigger', header: 'Started by', cell: (row) => <Trigger row={row} />, hideBelow: 'md' },
    { key: 'duration', header: 'Duration', cell: (row) => duration(row), align: 'right' },
  ]
  if (scope.kind !== 'everything') return shared
  const figure = (
    key: keyof SnapshotEstate & `${string}`,
    header: string,
    hideBelow?: 'phone' | 'md' | 'lg' | 'xl',
  ): Column<SnapshotRow> => ({
    key,
    header,
    align: 'right',
    cell: ({ estate }) => (typeof estate?.[key] === 'number' ? count(estate[key]) : ''),
    ...(hideBelow ? { hideBelow } : {}),
  })
  return [
    ...shared,
    figure('vaultsRead', 'Vaults read'),
    figure('vaultsPartly', 'Partly'),
    figure('vaultsUnread', 'Not'),
    figure('objects', 'Objects', 'phone'),
    figure('requests', 'Requests', 'md'),
    figure('retries', 'Repeated', 'lg'),
    figure('throttled', 'Throttled', 'lg'),
    figure('rowsWritten', 'Rows written', 'lg'),
  ]
}

function Status({ row, now }: { row: SnapshotRow; now: Date }) {
  if (row.status === 'running' && isSilent(row, now)) return <StatusBadge status="failed" word="Interrupted" />
  return (
    <>
      <StatusBadge status={row.status} />
      {row.estate?.failure ? (
        <div className="mt-1 max-w-sm text-table whitespace-normal text-soft">{row.estate.failure}</div>
      ) : null}
    </>
  )
}

function Trigger({ row }: { row: SnapshotRow }) {
  const who = row.estate?.requestedBy
  return (
    <>
      {triggerWords[row.trigger]}
      {who ? (
        <div className="max-w-52 truncate text-faint" title={who}>
          {who}
        </div>
      ) : null}
    </>
  )
}

const duration = ({ startedAt, finishedAt }: SnapshotRow) =>
  finishedAt ? durationText(finishedAt.getTime() - startedAt.getTime()) : ''
