// Nobody's tags name whoever is signed in: said in one sentence, with the names that were looked for and the tags they belong in.
import { Fragment } from 'react'
import { appSettings } from '#app/settings.ts'
import type { View } from '#app/view.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { Breakable } from '#components/ui/breakable.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'

/** A person may be in hundreds of groups. */
const mostNamed = 6

export function NothingNamesYou({ view: { person, scope, asOf, groupsIncomplete } }: { view: View }) {
  const { name, mail, groups } = person
  const tags = appSettings().ownerTagNames
  const names = [name, mail].filter(Boolean)
  const more = groups.length - mostNamed
  return (
    <EmptyState
      title="Nothing names you as its owner"
      {...(scope.kind === 'everything' ? { action: { href: withAsOf('/owners', asOf), label: 'Who owns what' } } : {})}
    >
      Kempt looked for <Names names={names} last={groups.length > 0 ? ', ' : ' and '} />
      {groups.length > 0 ? (
        <>
          {' '}
          and {groups.length === 1 ? 'your group' : 'your groups'}{' '}
          <Names names={groups.slice(0, mostNamed)} last={more > 0 ? ', ' : ' and '} />
          {more > 0 ? ` and ${more} more` : ''}
        </>
      ) : null}
      : ask for {tags.length === 1 ? 'the tag' : 'one of the tags'} <Names names={tags} last=" or " /> to be set to one
      of these on your vaults or their objects, and they are yours from the next snapshot on.
      {groupsIncomplete ? ' Entra named more groups than Kempt could learn, so some of yours were not looked for.' : ''}
    </EmptyState>
  )
}

/** "a, b and c", each kept apart from the direction its neighbours are written in. */
function Names({ names, last }: { names: readonly string[]; last: string }) {
  return names.map((name, place) => (
    <Fragment key={name}>
      {place === 0 ? '' : place < names.length - 1 ? ', ' : last}
      <span className="font-medium text-ink">
        <Breakable text={name} />
      </span>
    </Fragment>
  ))
}
