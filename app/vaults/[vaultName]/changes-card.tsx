// What changed in this vault over the last 30 days? The latest first, and the way to all of it.
import type { View } from '#app/view.ts'
import { ChangeBadge } from '#app/changes/change-badge.tsx'
import { SubjectCell, WhatCell } from '#app/changes/change-cells.tsx'
import { compared, instantText } from '#app/changes/comparison.ts'
import { changesHref, defaultChanges, withChanges } from '#app/changes/search.ts'
import { changesText } from '#app/changes/words.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Time } from '#components/ui/time.tsx'
import { addDays, isoDate } from '#lib/format/date.ts'
import { everyChange, latestFirst } from '#lib/queries/changes/change-filter.ts'
import type { ChangeRow } from '#lib/queries/changes/change-row.ts'
import { countChanges } from '#lib/queries/changes/count-changes.ts'
import { listChanges } from '#lib/queries/changes/list-changes.ts'
import { listSnapshotInstants } from '#lib/queries/changes/list-snapshot-instants.ts'
import type { VaultDetail } from '#lib/queries/vaults/get-vault.ts'

const [days, most] = [30, 10]

export async function ChangesCard({ view, vault }: { view: View; vault: VaultDetail }) {
  const { db, scope, at, asOf } = view
  const instants = await listSnapshotInstants(db, { at })
  const latest = instants.at(-1)
  const comparison = compared(instants, { from: latest ? addDays(latest, -days) : null, to: null })
  if (!comparison) {
    return (
      <Card title="Changes">
        <EmptyState title="There are not yet two snapshots to compare" />
      </Card>
    )
  }
  const { from, to } = comparison
  const filter = { ...everyChange, vault: vault.name }
  const [rows, counts] = await Promise.all([
    listChanges(db, scope, { from, to, filter, order: latestFirst, page: 1, pageSize: most }),
    countChanges(db, scope, { from, to, filter }),
  ])
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0)
  const search = {
    ...withChanges(defaultChanges, { vault: vault.name }),
    from: instantText(instants, from),
    to: instantText(instants, to),
  }
  const latestOnes = total > most ? ` The latest ${most} of them.` : ''
  return (
    <Card
      title="Changes"
      note={`${changesText(total)} between ${isoDate(from)} and ${isoDate(to)}.${latestOnes}`}
      href={changesHref(search, asOf)}
      hrefLabel={total > most ? `All ${changesText(total)}` : 'Compare other days'}
      flush
    >
      <DataTable
        caption={`What changed in ${vault.name}`}
        columns={columns}
        rows={rows.map((row) => ({ row, comparison, view }))}
        rowKey={({ row }) => row.key}
        empty={<EmptyState title="Nothing changed">That is about what could be read at both times.</EmptyState>}
      />
    </Card>
  )
}

type Shown = { row: ChangeRow; comparison: NonNullable<ReturnType<typeof compared>>; view: View }

const columns: Column<Shown>[] = [
  { key: 'subject', header: 'Subject', width: 'sm:min-w-52', cell: (shown) => <SubjectCell {...shown} besideVault /> },
  { key: 'kind', header: 'Change', cell: ({ row }) => <ChangeBadge change={row.change} /> },
  { key: 'what', header: 'What changed', width: 'sm:min-w-72', cell: (shown) => <WhatCell {...shown} /> },
  {
    key: 'when',
    header: 'Seen',
    cell: ({ row, view }) => (
      <>
        <Time at={row.changedAt} to="day" />
        <div className="text-faint">
          <Time at={row.changedAt} now={view.at} />
        </div>
      </>
    ),
  },
]
