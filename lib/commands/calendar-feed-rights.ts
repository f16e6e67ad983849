// Who may do what with calendar feeds. Asked by the page, to offer no more, and by every command, which does not trust the page.
import { ownScopeOf, type Person, type Scope, scopeOf } from '#lib/domain/scope.ts'

/** `everything`: the whole organization; `own`: what names the person, or a group of theirs, as owner. */
export const feedExtents = ['everything', 'own'] as const

export type FeedExtent = (typeof feedExtents)[number]

/** What a feed of that extent would show; null when the person may not make one. A link shows no more than its maker sees. */
export function feedScope(person: Person, extent: FeedExtent): Scope | null {
  const scope = extent === 'everything' ? scopeOf(person) : ownScopeOf(person)
  return scope && (extent === 'own' || scope.kind === 'everything') ? scope : null
}

/** Sees and revokes those of everybody; others their own. */
export const mayRevokeAnyFeed = (person: Person) => person.roles.includes('Kempt.Lead')
