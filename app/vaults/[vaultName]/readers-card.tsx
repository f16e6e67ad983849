// Who reads what is in this vault? Whoever stands here breaks first when something is rotated carelessly.
import { lastReadColumn, whoColumn } from '#app/callers/_cells/call-columns.tsx'
import { CountCell } from '#app/callers/_cells/count-cells.tsx'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { isRead } from '#app/snapshots/log/log-words.ts'
import type { View } from '#app/view.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { TableFoot } from '#components/table/table-foot.tsx'
import { Card } from '#components/ui/card.tsx'
import { count } from '#lib/format/number.ts'
import type { VaultDetail } from '#lib/queries/vaults/get-vault.ts'
import { listVaultReaders, type VaultReader } from '#lib/queries/vaults/list-vault-readers.ts'
import { vaultHref } from '../search.ts'
import { LogDays } from './_log/log-days.tsx'
import { vaultLogOf } from './_log/vault-log-of.ts'

const most = 25

export async function ReadersCard({ view, vault }: { view: View; vault: VaultDetail }) {
  const { db, scope, at } = view
  const { vaultId } = vault
  const [{ rows, total }, log] = await Promise.all([
    listVaultReaders(db, scope, { at, vaultId, most }),
    vaultLogOf(view, vaultId),
  ])
  const shown = total > rows.length ? ` The ${rows.length} busiest of ${count(total)}.` : ''
  return (
    <Card
      title="Readers"
      note={
        <>
          Identities that read, or tried to, in the last 30 days. <LogDays log={log} />
          {shown}
        </>
      }
      flush
    >
      {rows.length > 0 ? (
        <>
          <DataTable
            caption={`Identities that read from ${vault.name}`}
            columns={columnsFor(view)}
            rows={rows}
            rowKey={({ callerId }) => callerId}
          />
          <TableFoot
            exportHref={(format) => withAsOf(`${vaultHref(vault.name, null)}/readers/export.${format}`, view.asOf)}
          />
        </>
      ) : log && isRead(log) ? (
        <p className="px-4 pb-4 text-table text-soft">
          Nobody read anything in it, or tried to, in those of the last 30 days that the log covers.
        </p>
      ) : null}
    </Card>
  )
}

const columnsFor = ({ at, asOf }: View): Column<VaultReader>[] => [
  whoColumn(asOf),
  { key: 'objects', header: 'Objects', align: 'right', cell: ({ objects }) => count(objects) },
  { key: 'calls', header: 'Reads', align: 'right', cell: ({ calls }) => count(calls) },
  { key: 'denied', header: 'Refused', align: 'right', cell: ({ denied }) => <CountCell value={denied} /> },
  lastReadColumn(at),
]
