// Why there is no waiver to show, and where one begins.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import type { View } from '#app/view.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { waivableScope } from '#lib/commands/waiver-rights.ts'
import { type WaiversSearch, waiversHref, withoutWaiverFilters, withWaiverFilter } from './search.ts'
import { stateWords } from './words.ts'

type NoWaiversProps = { view: View; search: WaiversSearch; filtered: boolean /** In any state. */; waivers: number }

export function NoWaivers({ view: { asOf, person, scope }, search, filtered, waivers }: NoWaiversProps) {
  const { state } = search.filter
  if (state && waivers > 0) {
    const all = { href: waiversHref(withWaiverFilter(search, { state: null }), asOf), label: 'Show all states' }
    return (
      <EmptyState
        title={state === 'asked' ? 'Nothing waits for approval' : `None is ${stateWords[state].toLowerCase()}`}
        action={all}
      />
    )
  }
  if (filtered) {
    return (
      <EmptyState
        title="No waiver is like that"
        action={{ href: waiversHref(withoutWaiverFilters(search), asOf), label: 'Clear all filters' }}
      />
    )
  }
  return (
    <EmptyState
      title={scope.kind === 'owned' ? 'Nothing of yours is waived' : 'Nothing is waived'}
      action={{ href: withAsOf('/findings', asOf), label: 'Go to At risk' }}
    >
      {asOf
        ? `No waiver had been asked for by ${asOf}.`
        : waivableScope(person)
          ? 'A waiver begins at a finding: open one in At risk, say why it is accepted and until when.'
          : 'An owner asks for a waiver of a finding, and a lead approves it. Here they are all kept.'}
    </EmptyState>
  )
}
