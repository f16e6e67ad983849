// Why there is no entry to show.
import type { View } from '#app/view.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { type AuditSearch, auditHref, withoutAuditFilters } from './search.ts'

type NoEventsProps = { view: View; search: AuditSearch; filtered: boolean }

export function NoEvents({ view: { asOf, scope }, search, filtered }: NoEventsProps) {
  if (filtered) {
    return (
      <EmptyState
        title="No entry is like that"
        action={{ href: auditHref(withoutAuditFilters(search), asOf), label: 'Clear all filters' }}
      />
    )
  }
  const who = scope.kind === 'everything' ? 'nobody had' : 'you had not'
  return (
    <EmptyState
      title={asOf ? `By the end of ${asOf} ${who} done anything here` : 'Nothing has been done here yet'}
      {...(asOf ? { action: { href: auditHref(search, null), label: 'Show what was done until now' } } : {})}
    />
  )
}
