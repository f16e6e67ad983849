// The names of whoever is signed in that own something: of a lead or a reader, who sees everything besides.
import { cache } from 'react'
import type { View } from '#app/view.ts'
import { ownScopeOf } from '#lib/domain/scope.ts'
import { listOwnedNames } from '#lib/queries/owners/list-owned-names.ts'

/** Asked once per request, however many parts of a page ask. */
export const ownNames = cache(async ({ db, scope, at, person }: View): Promise<string[]> => {
  const own = ownScopeOf(person)
  return own?.kind === 'owned' ? listOwnedNames(db, scope, { at, names: own.owners }) : []
})
