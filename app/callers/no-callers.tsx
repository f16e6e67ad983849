// Why the list of callers is empty; a log that is not read is not one without calls.
import { logHref } from '#app/snapshots/log/log-note.tsx'
import { NoVaultYet } from '#app/vaults/no-vault-yet.tsx'
import type { View } from '#app/view.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { count } from '#lib/format/number.ts'
import type { LogCount } from '#lib/queries/log/count-log-coverage.ts'
import { type CallersSearch, callersHref, withoutCallerFilters } from './search.ts'

type NoCallersProps = { view: View; search: CallersSearch; log: LogCount; filtered: boolean }

export function NoCallers({ view, search, log, filtered }: NoCallersProps) {
  const { asOf } = view
  if (search.page > 1) {
    return (
      <EmptyState
        title="This page has no callers"
        action={{ href: callersHref({ ...search, page: 1 }, asOf), label: 'First page' }}
      />
    )
  }
  if (filtered) {
    return (
      <EmptyState
        title="No caller is like that"
        action={{ href: callersHref(withoutCallerFilters(search), asOf), label: 'Clear all filters' }}
      />
    )
  }
  if (log.vaults === 0) return <NoVaultYet view={view} />
  if (log.read === 0) {
    return (
      <p className="px-4 pb-4 text-table">
        <UnknownMark word="Not known">no access log is read.</UnknownMark>
      </p>
    )
  }
  return (
    <EmptyState title="No caller is known" action={{ href: logHref(asOf), label: 'Which logs are read' }}>
      The logs of {count(log.read)} {log.read === 1 ? 'vault' : 'vaults'} show no call in the last 30 days.
    </EmptyState>
  )
}
