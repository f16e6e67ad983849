// The pages that a person can go to by name: those of the navigation.
import type { PageLink } from '#app/_palette/match-pages.ts'
import type { Person } from '#lib/domain/scope.ts'
import { placesOf } from './navigation.tsx'

export const pageLinksOf = (person: Person): PageLink[] =>
  placesOf(person).map(([, { href, word }]) => ({ href, word }))
