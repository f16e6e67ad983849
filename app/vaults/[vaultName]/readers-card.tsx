// Who reads what is in this vault? Whoever stands here breaks first when something is rotated carelessly.
import { callerHref } from '#app/callers/search.ts'
import { callerKindWords } from '#app/callers/words.ts'
import type { View } from '#app/view.ts'
import { reasonText } from '#app/snapshots/gap-words.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { Time } from '#components/ui/time.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import type { VaultDetail } from '#lib/queries/vaults/get-vault.ts'
import { listVaultCoverage } from '#lib/queries/vaults/list-vault-coverage.ts'
import { listVaultReaders, type VaultReader } from '#lib/queries/vaults/list-vault-readers.ts'

const most = 25

export async function ReadersCard({ view, vault }: { view: View; vault: VaultDetail }) {
  const { db, scope, at } = view
  const { vaultId } = vault
  const [{ rows, total, coveredFrom }, parts] = await Promise.all([
    listVaultReaders(db, scope, { at, vaultId, most }),
    listVaultCoverage(db, scope, { at, vaultId }),
  ])
  const log = parts.find(({ part }) => part === 'access-log')
  const isCovered = log?.status === 'read'
  const shown = total > rows.length ? ` The ${rows.length} busiest of ${count(total)}.` : ''
  return (
    <Card
      title="Readers"
      note={
        isCovered && coveredFrom
          ? `Identities that read, or tried to, in the last 30 days; the log of this vault begins on ${isoDate(coveredFrom)}.${shown}`
          : `Identities that read, or tried to, in the last 30 days.${shown}`
      }
      flush
    >
      {isCovered ? null : (
        <p className="px-4 pb-3 text-table">
          <UnknownMark word="The access log is not read">
            {log?.code ? reasonText(log.code) : 'nothing is known of it.'}
            {rows.length > 0 ? ' What is shown here is older.' : ' Who reads this vault is not known.'}
          </UnknownMark>
        </p>
      )}
      {rows.length > 0 ? (
        <DataTable
          caption={`Identities that read from ${vault.name}`}
          columns={columnsFor(view)}
          rows={rows}
          rowKey={({ callerId }) => callerId}
        />
      ) : isCovered ? (
        <EmptyState title="Nobody reads it">The log shows no read in the last 30 days.</EmptyState>
      ) : null}
    </Card>
  )
}

const columnsFor = ({ at, asOf }: View): Column<VaultReader>[] => [
  {
    key: 'name',
    header: 'Who',
    cell: ({ identity, name, kind }) => (
      <>
        <Link href={callerHref(identity, asOf)} look="row">
          {name}
        </Link>
        <div className="text-faint">{callerKindWords[kind]}</div>
      </>
    ),
  },
  { key: 'objects', header: 'Objects', align: 'right', cell: ({ objects }) => count(objects) },
  { key: 'calls', header: 'Reads', align: 'right', cell: ({ calls }) => count(calls) },
  {
    key: 'denied',
    header: 'Refused',
    align: 'right',
    cell: ({ denied }) => (denied > 0 ? count(denied) : <span className="text-faint">0</span>),
  },
  {
    key: 'last',
    header: 'Last read',
    cell: ({ lastReadAt }) =>
      lastReadAt ? <Time at={lastReadAt} now={at} /> : <span className="text-faint">never let in</span>,
  },
]
