// Why the list of owners is empty.
import { NothingNamesYou } from '#app/mine/nothing-names-you.tsx'
import type { View } from '#app/view.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { type OwnersSearch, ownersHref, withoutOwnerFilters } from './search.ts'

export function NoOwners({ view, search }: { view: View; search: OwnersSearch }) {
  const { scope, asOf } = view
  if (search.page > 1) {
    return (
      <EmptyState
        title="This page has no owners"
        action={{ href: ownersHref({ ...search, page: 1 }, asOf), label: 'First page' }}
      />
    )
  }
  if (search.filter.text !== null) {
    return (
      <EmptyState
        title="No owner is called that"
        action={{ href: ownersHref(withoutOwnerFilters(search), asOf), label: 'Clear the filter' }}
      />
    )
  }
  if (scope.kind === 'owned') return <NothingNamesYou view={view} />
  return (
    <EmptyState title="Nobody is named as an owner">
      Owners are read from tags of objects, vaults, resource groups and subscriptions: a name, a mail address or a
      group.
    </EmptyState>
  )
}
