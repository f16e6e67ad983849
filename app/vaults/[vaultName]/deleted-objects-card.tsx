// What was deleted from this vault and can still be recovered, each with the command that does it.
import type { View } from '#app/view.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { KindMark, OwnerCell } from '#app/findings/subject-cells.tsx'
import { kindWords } from '#app/findings/words.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { TableFoot } from '#components/table/table-foot.tsx'
import { Card } from '#components/ui/card.tsx'
import { CopyCommand } from '#components/ui/copy-command.tsx'
import { count } from '#lib/format/number.ts'
import type { VaultDetail } from '#lib/queries/vaults/get-vault.ts'
import { type DeletedObjectRow, listDeletedObjects } from '#lib/queries/vaults/list-deleted-objects.ts'
import { DeletedDateCell, PurgeDateCell } from '../deletion-cells.tsx'
import { recoverObject } from '../recover.ts'
import { vaultHref } from '../search.ts'

const most = 25

/** Nothing where nothing is deleted: Coverage says whether the lists of what is deleted could be read. */
export async function DeletedObjectsCard({ view, vault }: { view: View; vault: VaultDetail }) {
  const { db, scope, at, asOf } = view
  const { rows, total } = await listDeletedObjects(db, scope, { at, vaultId: vault.vaultId, most })
  if (total === 0) return null
  const exportHref = (format: string) =>
    withAsOf(`${vaultHref(vault.name, null)}/deleted-objects/export.${format}`, asOf)
  const rest = total > rows.length ? ` The ${rows.length} that are purged first; all of them are in the file.` : ''
  return (
    <Card
      title={`${count(total)} deleted ${total === 1 ? 'object' : 'objects'}`}
      note={`They can be recovered, with all their versions, until they are purged. Purging is final.${rest}`}
      flush
    >
      <DataTable
        caption={`Deleted objects of ${vault.name} that can be recovered`}
        columns={columnsFor(vault.name, at)}
        rows={rows}
        rowKey={({ id }) => id}
      />
      <TableFoot exportHref={exportHref} />
    </Card>
  )
}

const columnsFor = (vaultName: string, at: Date): Column<DeletedObjectRow>[] => [
  {
    key: 'name',
    header: 'Name',
    width: 'sm:min-w-64',
    cell: ({ kind, name }) => (
      <div className="flex items-start gap-2">
        <KindMark kind={kind} />
        <div className="min-w-0">
          <span className="font-medium [overflow-wrap:anywhere]">{name}</span>
          <div className="text-faint">{kindWords[kind].toLowerCase()}</div>
        </div>
      </div>
    ),
  },
  { key: 'owner', header: 'Owner', width: 'sm:min-w-48', cell: ({ owner }) => <OwnerCell owner={owner} /> },
  {
    key: 'deleted',
    header: 'Deleted',
    cell: ({ deletedAt }) => <DeletedDateCell deletedAt={deletedAt} at={at} />,
  },
  {
    key: 'purge',
    header: 'Purged',
    cell: ({ scheduledPurgeAt }) => <PurgeDateCell purgeAt={scheduledPurgeAt} at={at} />,
  },
  {
    key: 'recover',
    header: 'To recover it',
    width: 'sm:min-w-80',
    cell: (row) => <CopyCommand label="With all its versions" command={recoverObject(vaultName, row)} />,
  },
]
