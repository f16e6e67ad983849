// What could we not see, since when, why, and what would change that?
import { NoVaultYet } from '#app/vaults/no-vault-yet.tsx'
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Pager } from '#components/table/pager.tsx'
import { TableFoot } from '#components/table/table-foot.tsx'
import { Card } from '#components/ui/card.tsx'
import { CopyCommand } from '#components/ui/copy-command.tsx'
import { Chips } from '#components/ui/chip.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { StatusBadge } from '#components/ui/status-badge.tsx'
import { Time } from '#components/ui/time.tsx'
import { count } from '#lib/format/number.ts'
import { countCoverage } from '#lib/queries/count-coverage.ts'
import { type CoverageGap, type CoverageRow, listCoverage } from '#lib/queries/list-coverage.ts'
import { CoverageFilterLinks } from './coverage-filter-links.tsx'
import { partsText, reasonText, unreadWords } from './gap-words.ts'
import { grantFor } from '#lib/grants/grant-command.ts'
import { coverageFileHref, hrefOf, type SnapshotsSearch } from './search.ts'
import { vaultColumn } from './vault-column.tsx'

const pageSize = 25

export async function CoverageCard({ view, search }: { view: View; search: SnapshotsSearch }) {
  const { db, scope, at } = view
  const { coverage, reason, page } = search
  const [counts, { rows, total }] = await Promise.all([
    countCoverage(db, scope, { at }),
    listCoverage(db, scope, { at, coverage, reason, page, pageSize }),
  ])
  if (counts.vaults === 0) {
    return (
      <Card title="Coverage">
        <NoVaultYet view={view} />
      </Card>
    )
  }
  const empty =
    total > 0 ? (
      <EmptyState
        title="This page has no vaults"
        action={{ href: hrefOf({ ...search, page: 1 }), label: 'First page' }}
      />
    ) : coverage || reason ? (
      <EmptyState
        title="No vault is like that"
        action={{ href: hrefOf({ ...search, coverage: null, reason: null, page: 1 }), label: 'Show all gaps' }}
      />
    ) : (
      <EmptyState title="Nothing is missing">
        {counts.vaults === 1 ? 'All parts of the one vault' : `All parts of all ${count(counts.vaults)} vaults`} were
        read.
      </EmptyState>
    )
  return (
    <Card
      title="Coverage"
      flush
      note={`${count(counts.read)} of ${count(counts.vaults)} ${counts.vaults === 1 ? 'vault' : 'vaults'} read in every part. A part that was not read is unknown everywhere in Kempt, never good.`}
    >
      <CoverageFilterLinks counts={counts} search={search} />
      {reason ? (
        <div className="px-4 pb-3">
          <Chips
            chips={[
              {
                label: `Not read because: ${unreadWords[reason]}`,
                clearHref: hrefOf({ ...search, reason: null, page: 1 }),
              },
            ]}
            clearAllHref={hrefOf({ ...search, reason: null, page: 1 })}
          />
        </div>
      ) : null}
      <p className="px-4 pb-3 text-table text-faint">
        In the commands, <code className="font-mono">$KEMPT_PRINCIPAL_ID</code> is the object id of the managed identity
        or service principal Kempt reads with. None of them lets anybody read a value.
      </p>
      <DataTable
        caption="Vaults that were not wholly read"
        columns={columnsFor(view)}
        rows={rows}
        rowKey={({ vaultId }) => vaultId}
        empty={empty}
      />
      <TableFoot exportHref={(format) => coverageFileHref(search, format)}>
        {rows.length > 0 ? (
          <Pager
            page={page}
            pageSize={pageSize}
            total={total}
            unit="vaults"
            hrefFor={(to) => hrefOf({ ...search, page: to })}
          />
        ) : null}
      </TableFoot>
    </Card>
  )
}

const columnsFor = (view: View): Column<CoverageRow>[] => [
  vaultColumn(view.asOf),
  {
    key: 'coverage',
    header: 'State',
    width: 'align-top sm:w-32',
    cell: ({ coverage }) =>
      coverage === 'log' ? <StatusBadge status="partly" word="Details missing" /> : <StatusBadge status={coverage} />,
  },
  {
    key: 'gaps',
    header: 'What is missing',
    width: 'align-top sm:min-w-80',
    cell: (row) =>
      row.gaps.length > 0 ? (
        <ul className="space-y-3">
          {row.gaps.map((gap) => (
            <Gap key={gap.code} row={row} gap={gap} view={view} />
          ))}
        </ul>
      ) : (
        <p className="text-soft">
          Found, and not looked at yet: the snapshot that found it is still running, or was interrupted.
        </p>
      ),
  },
]

function Gap({ row, gap, view }: { row: CoverageRow; gap: CoverageGap; view: View }) {
  const { command, why } = grantFor(row, gap)
  return (
    <li>
      <p>
        <span className="font-medium">{partsText(gap)}</span>{' '}
        <span className="text-faint">
          since <Time at={gap.sinceAt} to="day" /> (<Time at={gap.sinceAt} now={view.now} />)
        </span>
      </p>
      <p className="mt-0.5 text-soft">{reasonText(gap.code)}</p>
      <details className="mt-1">
        <summary className="w-fit cursor-pointer text-accent">{command ? 'How to grant it' : 'What to do'}</summary>
        <div className="mt-2 max-w-3xl space-y-2">
          {command ? <CopyCommand command={command} label={why} /> : <p className="text-soft">{why}</p>}
          {gap.detail ? <p className="text-faint [overflow-wrap:anywhere]">As it was met: {gap.detail}</p> : null}
        </div>
      </details>
    </li>
  )
}
