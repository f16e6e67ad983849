// What was taken away, carried out, brought back or set otherwise in this vault? The latest first, and the way to all of it.
import { defaultOperations, operationsHref, withOperations } from '#app/operations/search.ts'
import { Timeline } from '#app/operations/timeline.tsx'
import { entriesText } from '#app/operations/words.ts'
import type { View } from '#app/view.ts'
import { Card } from '#components/ui/card.tsx'
import { isRead } from '#app/snapshots/log/log-words.ts'
import { countOperations } from '#lib/queries/operations/count-operations.ts'
import { listOperations } from '#lib/queries/operations/list-operations.ts'
import type { VaultDetail } from '#lib/queries/vaults/get-vault.ts'
import { LogDays } from './_log/log-days.tsx'
import { vaultLogOf } from './_log/vault-log-of.ts'

const [days, most] = [90, 10] as const

export async function OperationsCard({ view, vault }: { view: View; vault: VaultDetail }) {
  const { db, scope, at, asOf } = view
  const search = { ...withOperations(defaultOperations, { vault: vault.name }), days }
  const question = { at, days, filter: search.filter }
  const [rows, counts, log] = await Promise.all([
    listOperations(db, scope, { ...question, page: 1, pageSize: most }),
    countOperations(db, scope, question),
    vaultLogOf(view, vault.vaultId),
  ])
  const total = Object.values(counts).reduce((sum, { lines }) => sum + lines, 0)
  const shown = total > most ? ` The latest ${most} of ${entriesText(total)}.` : ''
  return (
    <Card
      title="Operations"
      note={
        <>
          Deleted, purged, backed up, restored, recovered or set otherwise in the last {days} days.{' '}
          <LogDays log={log} />
          {shown}
        </>
      }
      {...(total > 0 ? { href: operationsHref(search, asOf), hrefLabel: `All ${entriesText(total)}` } : {})}
      flush
    >
      {total > 0 ? (
        <Timeline rows={rows} view={view} besideVault />
      ) : log && isRead(log) ? (
        <p className="px-4 pb-4 text-table text-soft">
          Nothing of the kind in those of the last {days} days that the log covers.
        </p>
      ) : null}
    </Card>
  )
}
