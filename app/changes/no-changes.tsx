// Why the table is empty.
import type { View } from '#app/view.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { utcInstant } from '#lib/format/date.ts'
import { withoutChangeFilters } from './chips.ts'
import type { Comparison } from './comparison.ts'
import { type ChangesSearch, changesHref } from './search.ts'

type NoChangesProps = { view: View; comparison: Comparison; search: ChangesSearch; filtered: boolean }

export function NoChanges({ view, comparison: { from, to }, search, filtered }: NoChangesProps) {
  if (filtered) {
    return (
      <EmptyState
        title="No change is like that"
        action={{ href: changesHref(withoutChangeFilters(search), view.asOf), label: 'Clear all filters' }}
      >
        Nothing that changed matches all of the filters together.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Nothing changed">
      {view.scope.kind === 'owned' ? 'What is yours' : 'Everything Kempt read'} is at {utcInstant(to)} as it was at{' '}
      {utcInstant(from)}. What could not be read may have changed unseen.
    </EmptyState>
  )
}
