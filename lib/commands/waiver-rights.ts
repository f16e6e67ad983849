// Who may do what with waivers. Asked by the page, to offer no more, and by every command, which does not trust the page.
import { type Person, type Scope, scopeOf } from '#lib/domain/scope.ts'

/** Approves and declines what was asked, and withdraws anybody's. */
export const mayDecideWaivers = (person: Person) => person.roles.includes('Kempt.Lead')

/**
 * What a person may ask waivers for: a lead for everything, an owner for what is theirs, even where another role lets them
 * see more. Null: for nothing.
 */
export function waivableScope(person: Person): Scope | null {
  if (mayDecideWaivers(person)) return scopeOf(person)
  return person.roles.includes('Kempt.Owner') ? scopeOf({ ...person, roles: ['Kempt.Owner'] }) : null
}

/** As somebody is named in a waiver. Mail addresses change hands: the object id is kept beside it. */
export const nameInWaiver = (person: Person) => person.mail || person.name || person.objectId
