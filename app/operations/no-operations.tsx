// Why the timeline is empty. What no log covers is not known, and never said to be nothing.
import { logHref } from '#app/snapshots/log/log-note.tsx'
import { NoVaultYet } from '#app/vaults/no-vault-yet.tsx'
import type { View } from '#app/view.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { count } from '#lib/format/number.ts'
import type { LogCount } from '#lib/queries/log/count-log-coverage.ts'
import { type OperationsSearch, operationsHref, withoutOperationFilters } from './search.ts'

type NoOperationsProps = { view: View; search: OperationsSearch; log: LogCount; filtered: boolean }

export function NoOperations({ view, search, log: { vaults, read }, filtered }: NoOperationsProps) {
  const { asOf } = view
  if (filtered) {
    return (
      <EmptyState
        title="No operation is like that"
        action={{ href: operationsHref(withoutOperationFilters(search), asOf), label: 'Clear all filters' }}
      >
        Nothing that the log covers in these {search.days} days matches all of the filters together.
      </EmptyState>
    )
  }
  if (vaults === 0) return <NoVaultYet view={view} />
  if (read === 0) {
    return (
      <p className="px-4 pb-4 text-table">
        <UnknownMark>
          no access log is read, so nobody can say what was deleted, purged, backed up or restored.
        </UnknownMark>
      </p>
    )
  }
  return (
    <EmptyState
      title={`Nothing of the kind in the ${search.days} days the log covers`}
      {...(read < vaults ? { action: { href: logHref(asOf), label: 'Which vaults are not covered' } } : {})}
    >
      That is about the {count(read)} of {count(vaults)} vaults whose access log is read.
    </EmptyState>
  )
}
