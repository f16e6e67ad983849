import type { Person } from '#lib/domain/scope.ts'

/** A snapshot costs calls in everybody's vaults, so only leads start one. */
export const mayRunSnapshots = (person: Person) => person.roles.includes('Kempt.Lead')
