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
 * What a person may see. Every query requires one, and only `scopeOf` makes one: forgetting to ask who is looking does
 * not compile.
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
