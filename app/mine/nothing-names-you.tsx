// Nobody's tags name whoever is signed in: said, with the names that were looked for.
import type { View } from '#app/view.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { Breakable } from '#components/ui/breakable.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { ownScopeOf } from '#lib/domain/scope.ts'

/** A person may be in hundreds of groups. */
const mostNamed = 12

export function NothingNamesYou({ view: { person, scope, asOf } }: { view: View }) {
  const own = ownScopeOf(person)
  const names = own?.kind === 'owned' ? own.owners.filter(Boolean) : []
  return (
    <Card title="Mine">
      <EmptyState
        title="Nothing names you as its owner"
        {...(scope.kind === 'everything'
          ? { action: { href: withAsOf('/owners', asOf), label: 'Who owns what' } }
          : {})}
      >
        <p>
          Owners are read from tags of objects, vaults, resource groups and subscriptions. Ask for yours to carry one of
          these:
        </p>
        <ul className="mt-2">
          {names.slice(0, mostNamed).map((name) => (
            <li key={name}>
              <Breakable text={name} />
            </li>
          ))}
          {names.length > mostNamed ? <li>and {names.length - mostNamed} more groups of yours</li> : null}
        </ul>
      </EmptyState>
    </Card>
  )
}
