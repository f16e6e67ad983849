// Of which vaults is the access log read, since when, how fresh is it, and what is missing? Silence of a log is no silence of
// its vault.
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Pager } from '#components/table/pager.tsx'
import { TableFoot } from '#components/table/table-foot.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { Scope } from '#lib/domain/scope.ts'
import { count } from '#lib/format/number.ts'
import { countLogCoverage, type LogCount } from '#lib/queries/log/count-log-coverage.ts'
import { listLogCoverage } from '#lib/queries/log/list-log-coverage.ts'
import type { LogRow } from '#lib/queries/log/log-row.ts'
import { MissingDays, NewestRow } from './log/log-cells.tsx'
import { LogGrant } from './log/log-grant.tsx'
import { LogStateBadge } from './log/log-state-badge.tsx'
import { LogStateLinks } from './log/log-state-links.tsx'
import { logDays } from './log/log-words.ts'
import { logFileHref, logHrefOf, type SnapshotsSearch } from './search.ts'
import { vaultColumn } from './vault-column.tsx'

const pageSize = 25

export async function LogCoverageCard({ view, search: asked }: { view: View; search: SnapshotsSearch }) {
  const { db, scope, at } = view
  const list = (page: number) => listLogCoverage(db, scope, { at, days: logDays, state: asked.log, page, pageSize })
  const [asFound, log] = await Promise.all([list(asked.logPage), countLogCoverage(db, scope, { at, days: logDays })])
  const total = asked.log ? log.states[asked.log] : log.vaults
  // A link may name a page that there is no longer: then it is the last one.
  const logPage = Math.min(asked.logPage, Math.max(1, Math.ceil(total / pageSize)))
  const search = { ...asked, logPage }
  const rows = logPage === asked.logPage ? asFound : await list(logPage)
  if (log.vaults === 0) {
    return (
      <Card title="Access logs">
        <EmptyState title="No vault is known">
          Of each vault it is shown here whether its access log is read.
        </EmptyState>
      </Card>
    )
  }
  return (
    <Card title="Access logs" note={summary(log, view.scope)} flush>
      <LogStateLinks log={log} search={search} />
      <DataTable
        caption="Access logs of vaults"
        columns={columnsFor(view)}
        rows={rows}
        rowKey={({ vaultId }) => vaultId}
        empty={
          <EmptyState
            title="No access log is like that"
            action={{ href: logHrefOf({ ...search, log: null, logPage: 1 }), label: 'Show every vault' }}
          />
        }
      />
      <TableFoot exportHref={(format) => logFileHref(search, format)}>
        {rows.length > 0 ? (
          <Pager
            page={logPage}
            pageSize={pageSize}
            total={total}
            unit="access logs"
            hrefFor={(page) => logHrefOf({ ...search, logPage: page })}
          />
        ) : null}
      </TableFoot>
    </Card>
  )
}

/** Whoever sees a secret of theirs must know how far the log of its vault reaches, whoever owns the vault. */
function summary({ vaults, read, states }: LogCount, scope: Scope): string {
  const those = scope.kind === 'owned' ? ' that are yours or hold something of yours' : ''
  const noun = vaults === 1 ? 'vault' : 'vaults'
  return `Access logs of ${count(read)} of ${count(vaults)} ${noun}${those} are read; ${count(states.covered)} without a gap in the last ${logDays} days. What a log does not cover is unknown, never "nobody read it".`
}

const columnsFor = (view: View): Column<LogRow>[] => [
  vaultColumn(view.asOf),
  {
    key: 'state',
    header: 'State',
    width: 'align-top sm:min-w-56',
    cell: (log) => (
      <>
        <LogStateBadge state={log.state} />
        <LogGrant log={log} />
      </>
    ),
  },
  {
    key: 'since',
    header: 'Since',
    width: 'align-top',
    cell: ({ sinceOn }) =>
      sinceOn ? (
        <time dateTime={sinceOn} className="whitespace-nowrap">
          {sinceOn}
        </time>
      ) : (
        <span className="text-faint">no row</span>
      ),
  },
  {
    key: 'workspace',
    header: 'Workspace',
    width: 'align-top sm:min-w-36',
    cell: ({ workspaces }) =>
      workspaces.length > 0 ? (
        workspaces.map(({ name, resourceId }) => (
          <div key={resourceId} title={resourceId} className="[overflow-wrap:anywhere]">
            {name}
          </div>
        ))
      ) : (
        <span className="text-faint">none</span>
      ),
  },
  { key: 'newest', header: 'Newest row', width: 'align-top', cell: (log) => <NewestRow log={log} at={view.at} /> },
  { key: 'missing', header: 'Missing days', width: 'align-top', cell: (log) => <MissingDays log={log} /> },
]
