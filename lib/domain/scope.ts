import { normalizeOwner } from './owner.ts'

/** Kempt's app roles, as Entra puts them into the id token. */
export const roles = ['Kempt.Lead', 'Kempt.Owner', 'Kempt.Reader'] as const

export type Role = (typeof roles)[number]

/** A signed-in person, as the verified id token names them. */
export type Person = {
  objectId: string
  tenantId: string
  name: string
  mail: string
  roles: readonly Role[]
  /** Group ids or names, whichever the app registration is configured to emit. */
  groups: readonly string[]
}

declare const minted: unique symbol

/**
 * What a person may see. Every query requires one, and only what stands in this file makes one: forgetting to ask who is
 * looking does not compile.
 */
export type Scope = ({ kind: 'everything' } | { kind: 'owned'; owners: readonly string[] }) & {
  readonly [minted]: true
}

/** The scope of a person: leads and readers see everything, owners what names them or a group of theirs, others nothing. */
export function scopeOf(person: Person): Scope | null {
  if (person.roles.includes('Kempt.Lead') || person.roles.includes('Kempt.Reader'))
    return { kind: 'everything' } as Scope
  if (person.roles.includes('Kempt.Owner')) {
    const names = [person.name, person.mail, person.objectId, ...person.groups]
    return { kind: 'owned', owners: [...new Set(names.map(normalizeOwner))] } as unknown as Scope
  }
  return null
}

/**
 * What is a person's own, by the names they go by, whatever their role lets them see besides: "mine" of a lead or a reader.
 * Null without a role.
 */
export const ownScopeOf = (person: Person): Scope | null =>
  scopeOf(person) && scopeOf({ ...person, roles: ['Kempt.Owner'] })

/**
 * The scope of a calendar feed. Whoever fetches one has no session and no role, only its secret link, so there is no person
 * to ask about: what its maker could see was written down when it was made, and that is all the link will ever show. Anything
 * but `everything` means what names one of `owners`, which may be nothing.
 */
export const scopeOfFeed = ({ kind, owners }: { kind: string; owners: readonly string[] }): Scope =>
  (kind === 'everything' ? { kind } : { kind: 'owned', owners: [...owners] }) as unknown as Scope
